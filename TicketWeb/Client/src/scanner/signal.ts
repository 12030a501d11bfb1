import type { Shown } from "./screen.js";

interface Beep { at: number; hertz: number; seconds: number; wave: OscillatorType }

/** Told apart with eyes closed: two rising, two level, one long and low, one soft. */
const beeps: Record<Shown, Beep[]> = {
  admit: [{ at: 0, hertz: 880, seconds: 0.09, wave: "sine" }, { at: 0.1, hertz: 1320, seconds: 0.16, wave: "sine" }],
  already: [{ at: 0, hertz: 440, seconds: 0.16, wave: "triangle" }, { at: 0.24, hertz: 440, seconds: 0.16, wave: "triangle" }],
  refuse: [{ at: 0, hertz: 165, seconds: 0.6, wave: "square" }],
  unsure: [{ at: 0, hertz: 587, seconds: 0.14, wave: "sine" }],
};

const buzzes: Record<Shown, number[]> = {
  admit: [70],
  already: [140, 90, 140],
  refuse: [550],
  unsure: [60, 60, 60],
};

/** Sound and vibration. Browsers stay silent until the page has been touched once. */
export class Signal {
  muted = false;
  readonly #audio = "AudioContext" in globalThis ? new AudioContext() : null;

  constructor(private readonly heard: () => void) {
    this.#audio?.addEventListener("statechange", () => this.heard());
    for (const gesture of ["pointerdown", "keydown"])
      addEventListener(gesture, () => void this.#audio?.resume());
  }

  /** True until the first touch, after which there is sound. */
  get waitsForTouch(): boolean {
    return !this.muted && this.#audio?.state === "suspended";
  }

  give(tone: Shown): void {
    if ("vibrate" in navigator)
      navigator.vibrate(buzzes[tone]);
    if (!this.muted && this.#audio?.state === "running")
      for (const beep of beeps[tone])
        this.#play(this.#audio, beep);
  }

  #play(audio: AudioContext, beep: Beep): void {
    const oscillator = audio.createOscillator();
    const volume = audio.createGain();
    const start = audio.currentTime + beep.at;
    oscillator.type = beep.wave;
    oscillator.frequency.value = beep.hertz;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(beep.wave === "square" ? 0.35 : 0.7, start + 0.01);
    volume.gain.setTargetAtTime(0, start + beep.seconds, 0.03);
    oscillator.connect(volume).connect(audio.destination);
    oscillator.start(start);
    oscillator.stop(start + beep.seconds + 0.3);
  }
}
