import { make } from "./look";
import { forwarded, isMessage, type FrameSays, type HostSays } from "./messages";
import { firstTime, recall, remember } from "./store";

const patience = 8000;
const passedOn = ["locale", "theme", "accent", "code", "email", "name", "types"];

/** Where tickets are sold: where this script itself came from. */
export const origin = new URL((document.currentScript as HTMLScriptElement).src).origin;

/** A frame with the purchase of one event in it, and the conversation with that frame. */
export class Buying {
  readonly frame: HTMLIFrameElement;
  paying = false;
  private readonly heard = new Set<FrameSays>();
  private readonly slug: string;
  private readonly waiting: number;

  constructor(private readonly host: HTMLElement, private readonly place: Node, private readonly inSheet: boolean, private readonly onClose: () => void) {
    this.slug = host.getAttribute("event") ?? host.dataset["event"] ?? "";
    // The name outlives every page inside the frame, so each of them knows whom to speak to.
    this.frame = make("iframe", { src: this.address("embed"), title: "Tickets", allow: "payment", name: JSON.stringify({ tw: 1, host: location.origin, sheet: inSheet }) });
    this.waiting = window.setTimeout(() => this.giveUp(), patience);
    this.frame.addEventListener("error", () => this.giveUp());
    addEventListener("message", this.hear);
    place.appendChild(this.frame);
  }

  say(type: HostSays, detail: object = {}): void {
    this.frame.contentWindow?.postMessage({ tw: 1, type, ...detail }, origin);
  }

  /** To the host page, as an event on its own element. */
  tell(type: FrameSays, detail: object = {}): void {
    this.host.dispatchEvent(new CustomEvent(`ticketweb:${type}`, { detail, bubbles: true, composed: true }));
  }

  end(): void {
    clearTimeout(this.waiting);
    removeEventListener("message", this.hear);
    this.frame.remove();
  }

  private address(way: "embed" | "e"): string {
    const url = new URL(`/${way}/${encodeURIComponent(this.slug)}`, origin);
    for (const name of passedOn) {
      const value = this.host.getAttribute(name) ?? this.host.dataset[name];
      if (value) url.searchParams.set(name, value);
    }
    for (const [name, value] of new URLSearchParams(location.search)) if (name.startsWith("utm_")) url.searchParams.set(name, value);
    if (way === "embed") url.searchParams.set("host", location.origin);
    if (this.inSheet && way === "embed") url.searchParams.set("sheet", "1");
    return url.href;
  }

  private readonly hear = (event: MessageEvent): void => {
    if (event.origin !== origin || event.source !== this.frame.contentWindow || !isMessage(event.data)) return;
    const { tw: _, type, ...detail } = event.data;
    const said = type as FrameSays;
    if (said === "keep") return this.keep(String(detail["key"]), detail["value"]);
    if (said === "paying") this.paying = detail["on"] === true;
    if (said === "error") clearTimeout(this.waiting);
    if (said === "ready") {
      clearTimeout(this.waiting);
      this.paying = false;
      this.say("kept", { values: this.kept() });
    }
    // Every page inside the frame says so; the host page hears it once of each frame.
    if (said === "ready" || said === "view_item") {
      if (this.heard.has(said)) return;
      this.heard.add(said);
    }
    if (said === "resize" && !this.inSheet) this.frame.style.height = `${Math.max(80, Math.min(20000, Number(detail["height"]) || 0))}px`;
    if (detail["order"] !== undefined && !firstTime("ticketweb:orders", `${said} ${String(detail["order"])}`)) return;
    if (said === "close") return this.onClose();
    if ((forwarded as readonly string[]).includes(said)) this.tell(said, detail);
  };

  private kept(): Record<string, unknown> {
    return JSON.parse(recall(`ticketweb:${this.slug}`) ?? "{}") as Record<string, unknown>;
  }

  private keep(key: string, value: unknown): void {
    remember(`ticketweb:${this.slug}`, JSON.stringify({ ...this.kept(), [key]: value ?? undefined }));
  }

  /** Never an empty box: a sentence and a plain link to the same tickets. */
  private giveUp(): void {
    this.end();
    const link = make("a", { href: this.address("e"), textContent: "Open the ticket page", target: "_top" });
    const words = make("p", { textContent: "The tickets could not be shown here. " });
    words.append(link);
    this.place.appendChild(words);
    this.tell("error", { reason: "not_loaded" });
  }
}
