// Not yet in TypeScript's own description of the browser: https://wicg.github.io/shape-detection-api/
interface DetectedBarcode {
  readonly rawValue: string;
  readonly boundingBox: DOMRectReadOnly;
}

declare class BarcodeDetector {
  static getSupportedFormats(): Promise<string[]>;
  constructor(options: { formats: string[] });
  detect(image: CanvasImageSource): Promise<DetectedBarcode[]>;
}
