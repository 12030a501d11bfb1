// Inside the frame: tells the host page how tall we are and what happened, and keeps the reservation's secret safe
// from reloads. Only the page that framed us is spoken to, and only it is listened to.
import { askBeforeLeaving } from "./frame/leaving";
import { host, say, whenHostSays } from "./frame/host";
import { keepSecrets, resume } from "./frame/secrets";
import { firstTime } from "./embed/store";

if (host) {
  new ResizeObserver(() => say("resize", { height: Math.ceil(document.documentElement.getBoundingClientRect().height) })).observe(document.documentElement);
  keepSecrets();
  whenHostSays("kept", detail => resume(detail["values"] as Record<string, string>));
  if (!document.querySelector("[data-tw-refused]")) say("ready");
  for (const element of document.querySelectorAll<HTMLElement>("[data-tw-event]")) announce(element.dataset["twEvent"] ?? "");
  document.querySelectorAll("[data-tw-close]").forEach(button => button.addEventListener("click", () => say("close")));
  askBeforeLeaving();
} else if (window.parent === window) standAlone();

/** A browser that does not tell the server where it shows a page (without https none does) was taken for a frame. */
function standAlone(): void {
  document.documentElement.classList.remove("framed", "sheet");
  if (!document.querySelector("main")) document.getElementById("main")?.setAttribute("role", "main");
}

/** What happens to an order is told once, however often its page is shown. */
function announce(json: string): void {
  const { type, ...detail } = JSON.parse(json) as { type: "begin_checkout" | "purchase" | "expired" | "error"; order?: string };
  if (detail.order === undefined || firstTime("ticketweb:told", `${type} ${detail.order}`)) say(type, detail);
}
