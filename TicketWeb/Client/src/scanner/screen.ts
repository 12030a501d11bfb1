import type { Tone } from "./api.js";

/** A verdict's tone, or that there is none yet. */
export type Shown = Tone | "unsure";

export interface Face { tone: Shown; word: string; holder: string; type: string; detail: string }
export type Page = "starting" | "pair" | "scan" | "out";

const stays: Record<Shown, number> = { admit: 4_000, already: 8_000, refuse: 8_000, unsure: 4_000 };

/** What the page shows. Each part is found by its `data-part`, so that the markup may change around it. */
export class Screen {
  readonly #root = document.querySelector<HTMLElement>("[data-door]")!;
  #back = 0;

  part<T extends HTMLElement = HTMLElement>(name: string): T {
    const part = this.#root.querySelector<T>(`[data-part="${name}"]`);
    if (!part)
      throw new Error(`The page has no part "${name}".`);
    return part;
  }

  page(page: Page): void {
    this.#root.dataset.page = page;
    for (const section of this.#root.querySelectorAll<HTMLElement>("[data-on]"))
      section.hidden = section.dataset.on !== page;
    this.idle();
  }

  say(name: string, text: string): void {
    const part = this.part(name);
    if (part.textContent !== text)
      part.textContent = text;
  }

  show(name: string, shown: boolean): void {
    this.part(name).hidden = !shown;
  }

  checking(): void {
    clearTimeout(this.#back);
    delete this.#root.dataset.tone;
    this.#root.dataset.checking = "";
  }

  verdict(face: Face): void {
    clearTimeout(this.#back);
    delete this.#root.dataset.checking;
    this.#root.dataset.tone = face.tone;
    this.part("icon").querySelector("use")!.setAttribute("href", `#door-${face.tone}`);
    for (const line of ["word", "holder", "type", "detail"] as const)
      this.say(line, face[line]);
    this.part("verdict").animate?.([{ transform: "scale(.985)" }, { transform: "none" }], matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 140);
    this.#back = setTimeout(() => this.idle(), stays[face.tone]);
  }

  idle(): void {
    clearTimeout(this.#back);
    delete this.#root.dataset.checking;
    delete this.#root.dataset.tone;
    for (const line of ["word", "holder", "type", "detail"])
      this.say(line, "");
  }

  figures(inside: number, expected: number): void {
    this.say("inside", inside.toLocaleString());
    this.say("expected", expected.toLocaleString());
    this.show("figures", true);
  }

  link(offlineSince: Date | null, waiting: number): void {
    const scans = waiting === 1 ? "1 scan" : `${waiting} scans`;
    const since = offlineSince?.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    this.part("link").dataset.state = offlineSince ? "offline" : "online";
    this.say("link", since ? `Offline since ${since}${waiting ? ` · ${scans} waiting` : ""}` : waiting > 1 ? `Online · sending ${scans}` : "Online");
  }
}
