import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import wasm from "zxing-wasm/reader/zxing_reader.wasm";
import { nearestFirst, type Decoder } from "./decoder.js";

/** More pixels than this cost time and find no more codes. */
const longestSide = 720;

/** zxing-cpp as WebAssembly, served by us: a door must not depend on anyone else's server. */
export class BundledDecoder implements Decoder {
  readonly #canvas = document.createElement("canvas");
  readonly #context = this.#canvas.getContext("2d", { willReadFrequently: true });

  constructor() {
    prepareZXingModule({ overrides: { locateFile: () => new URL(wasm, import.meta.url).href } });
  }

  async read(video: HTMLVideoElement): Promise<string[]> {
    const scale = Math.min(1, longestSide / Math.max(video.videoWidth, video.videoHeight));
    const width = Math.round(video.videoWidth * scale);
    const height = Math.round(video.videoHeight * scale);
    if (!this.#context || !width || !height)
      return [];
    if (this.#canvas.width !== width || this.#canvas.height !== height)
      Object.assign(this.#canvas, { width, height });
    this.#context.drawImage(video, 0, 0, width, height);

    const found = await readBarcodes(this.#context.getImageData(0, 0, width, height), { formats: ["QRCode"], tryHarder: true, maxNumberOfSymbols: 4 });
    const middle = (a: number, b: number) => (a + b) / 2;
    return nearestFirst(found.filter(f => f.isValid && f.text),
      f => middle(f.position.topLeft.x, f.position.bottomRight.x), f => middle(f.position.topLeft.y, f.position.bottomRight.y), width, height)
      .map(f => f.text);
  }
}
