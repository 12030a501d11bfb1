/** Reads the QR codes in a camera's picture, the one nearest the middle first. */
export interface Decoder {
  read(video: HTMLVideoElement): Promise<string[]>;
}

/** The browser's own where it has one, else the one we bring along. */
export async function openDecoder(): Promise<Decoder> {
  return await openNative() ?? await openBundled();
}

/** The one we bring along: slower to start, and the same everywhere. */
export async function openBundled(): Promise<Decoder> {
  const { BundledDecoder } = await import("./bundled-decoder.js");
  return new BundledDecoder();
}

export function nearestFirst<T>(found: T[], x: (one: T) => number, y: (one: T) => number, width: number, height: number): T[] {
  const distance = (one: T) => Math.hypot(x(one) - width / 2, y(one) - height / 2);
  return found.sort((a, b) => distance(a) - distance(b));
}

async function openNative(): Promise<Decoder | null> {
  if (!("BarcodeDetector" in globalThis))
    return null;
  try {
    if (!(await BarcodeDetector.getSupportedFormats()).includes("qr_code"))
      return null;
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    return {
      read: async video => {
        const found = (await detector.detect(video)).filter(f => f.rawValue);
        const box = (f: DetectedBarcode) => f.boundingBox;
        return nearestFirst(found, f => box(f).x + box(f).width / 2, f => box(f).y + box(f).height / 2, video.videoWidth, video.videoHeight)
          .map(f => f.rawValue);
      },
    };
  } catch (error) {
    console.warn("The browser's own decoder does not start.", error);
    return null;
  }
}
