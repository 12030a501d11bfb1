// Inside the frame: tells the host page how tall we are and what happened, and keeps the reservation's secret safe
// from reloads. Only the page that framed us is spoken to, and only it is listened to.
import { tellOfTaking, type Shown } from "./frame/cart";
import { host, say, whenHostSays } from "./frame/host";
import { askBeforeLeaving } from "./frame/leaving";
import { keepSecrets, resume } from "./frame/secrets";
import { firstTime } from "./embed/store";

/** One of a page's messages, as the server writes them into `data-tw-event`: HostMessages.cs. */
type Told = ({ type: "view_item"; order?: never } & Shown) | { type: "begin_checkout" | "add_payment_info" | "purchase" | "expired" | "error"; order?: string };

if (host) {
  new ResizeObserver(() => say("resize", { height: Math.ceil(document.documentElement.getBoundingClientRect().height) })).observe(document.documentElement);
  keepSecrets();
  const messages = [...document.querySelectorAll<HTMLElement>("[data-tw-event]")].flatMap(element => JSON.parse(element.dataset["twEvent"] ?? "[]") as Told[]);
  // A page that makes way for a kept order was never looked at: what it shows did not happen.
  whenHostSays("kept", detail => resume(detail["values"] as Record<string, string>) || messages.forEach(tell));
  if (document.querySelector("[data-tw-refused]")) messages.forEach(tell);
  else say("ready");
  for (const message of messages) if (message.type === "view_item") tellOfTaking(message);
  askBeforeLeaving();
} else if (window.parent === window) standAlone();

/** A browser that does not tell the server where it shows a page (without https none does) was taken for a frame. */
function standAlone(): void {
  document.documentElement.classList.remove("framed", "sheet");
  if (!document.querySelector("main")) document.getElementById("main")?.setAttribute("role", "main");
}

/** What happens to an order is told once, however often its page is shown. */
function tell({ type, ...detail }: Told): void {
  if (detail.order === undefined || firstTime("ticketweb:told", `${type} ${detail.order}`)) say(type, detail);
}
