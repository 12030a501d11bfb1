import { openBundled, openDecoder, type Decoder } from "./decoder.js";
import { Steady } from "./steady.js";

const betweenFrames = 60;
const afterAnError = 400;
const errorsBeforeAnother = 5;

/** Looks at a camera's picture for as long as the page lives and tells of each new code. No error ends it. */
export function watch(video: HTMLVideoElement, tell: (code: string) => void): void {
  const steady = new Steady();
  let decoder: Promise<Decoder> | null = null;
  let errors = 0;

  const look = async (): Promise<number> => {
    if (document.hidden || video.paused || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA)
      return betweenFrames;
    try {
      decoder ??= errors < errorsBeforeAnother ? openDecoder() : openBundled();
      const code = steady.pick(await (await decoder).read(video), performance.now());
      errors = 0;
      if (code)
        tell(code);
      return betweenFrames;
    } catch (error) {
      console.warn("A frame could not be read.", error);
      errors++;
      decoder = null;
      return afterAnError;
    }
  };

  const loop = (): void => void look().then(wait => setTimeout(loop, wait));
  loop();
}
