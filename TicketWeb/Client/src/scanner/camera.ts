import { recall, remember } from "./memory.js";

export type CameraTrouble = "none" | "refused" | "missing" | "busy";

/** The camera that is looked through: which one, and its torch. It comes back by itself when the phone took it away. */
export class Camera {
  hasTorch = false;
  torchOn = false;
  hasOthers = false;
  trouble: CameraTrouble = "none";

  #stream: MediaStream | null = null;
  #wanted = false;

  constructor(private readonly video: HTMLVideoElement, private readonly changed: () => void) {
    document.addEventListener("visibilitychange", () => {
      if (document.hidden)
        this.#close();
      else if (this.#wanted)
        void this.start();
    });
  }

  async start(): Promise<void> {
    this.#wanted = true;
    this.#close();
    try {
      this.#stream = await this.#open(recall("camera"));
      this.trouble = "none";
    } catch (error) {
      this.trouble = troubleIn(error);
    }

    if (this.#stream) {
      this.video.srcObject = this.#stream;
      await this.video.play().catch(() => undefined); // Interrupted by the next start: that one plays.
      await this.#inspect();
    }
    this.changed();
  }

  stop(): void {
    this.#wanted = false;
    this.#close();
  }

  /** Changes to the phone's next camera, and stays with it the next time. */
  async next(): Promise<void> {
    const cameras = await this.#cameras();
    const at = cameras.findIndex(c => c.deviceId === this.#track()?.getSettings().deviceId);
    remember("camera", cameras[(at + 1) % cameras.length]?.deviceId ?? "");
    await this.start();
  }

  async toggleTorch(): Promise<void> {
    try {
      await this.#track()?.applyConstraints({ advanced: [{ torch: !this.torchOn }] });
      this.torchOn = !this.torchOn;
    } catch (error) {
      console.warn("The torch does not answer.", error);
      this.hasTorch = false;
    }
    this.changed();
  }

  async #open(deviceId: string): Promise<MediaStream> {
    if (!navigator.mediaDevices)
      throw new DOMException("No camera without a secure connection.", "NotFoundError");
    const size = { width: { ideal: 1280 }, height: { ideal: 720 } };
    try {
      return await navigator.mediaDevices.getUserMedia({ video: deviceId ? { ...size, deviceId: { exact: deviceId } } : { ...size, facingMode: "environment" } });
    } catch (error) {
      if (!deviceId || troubleIn(error) === "refused")
        throw error;
      remember("camera", ""); // The chosen one was unplugged.
      return await this.#open("");
    }
  }

  async #inspect(): Promise<void> {
    const track = this.#track();
    this.hasTorch = track?.getCapabilities?.().torch ?? false;
    this.torchOn = false;
    this.hasOthers = (await this.#cameras()).length > 1;
    track?.addEventListener("ended", () => setTimeout(() => void (this.#wanted && !document.hidden && this.start()), 1_000));
  }

  async #cameras(): Promise<MediaDeviceInfo[]> {
    return (await navigator.mediaDevices.enumerateDevices()).filter(d => d.kind === "videoinput");
  }

  #track(): MediaStreamTrack | undefined {
    return this.#stream?.getVideoTracks()[0];
  }

  #close(): void {
    this.#stream?.getTracks().forEach(track => track.stop());
    this.#stream = null;
  }
}

function troubleIn(error: unknown): CameraTrouble {
  switch (error instanceof DOMException ? error.name : "") {
    case "NotAllowedError":
    case "SecurityError": return "refused";
    case "NotFoundError":
    case "OverconstrainedError": return "missing";
    default: return "busy";
  }
}
