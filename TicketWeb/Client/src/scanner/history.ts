import type { Scan } from "./api.js";
import type { Face } from "./screen.js";

const longest = 20;

/** The last scans of this phone, newest first: what a supervisor asks for when a guest comes back to argue. */
export class History {
  constructor(private readonly list: HTMLElement) {}

  /** A second word on the same scan takes the place of the first. */
  note(scan: Scan, face: Face): void {
    const item = document.createElement("li");
    item.dataset.scan = scan.id;
    item.dataset.tone = face.tone;
    const time = document.createElement("time");
    time.dateTime = scan.scannedAt;
    time.textContent = new Date(scan.scannedAt).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    const word = document.createElement("b");
    word.textContent = face.word;
    const who = document.createElement("span");
    who.textContent = [face.holder, face.type, face.detail].filter(Boolean).join(" · ");
    item.append(time, word, who);

    const earlier = this.list.querySelector(`[data-scan="${CSS.escape(scan.id)}"]`);
    if (earlier)
      earlier.replaceWith(item);
    else
      this.list.prepend(item);
    while (this.list.children.length > longest)
      this.list.lastElementChild?.remove();
  }
}
