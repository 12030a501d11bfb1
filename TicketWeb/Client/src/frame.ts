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
  say("ready");
  for (const element of document.querySelectorAll<HTMLElement>("[data-tw-event]")) announce(element.dataset["twEvent"] ?? "");
  document.querySelectorAll("[data-tw-close]").forEach(button => button.addEventListener("click", () => say("close")));
  askBeforeLeaving();
}

/** A purchase is told once however often its page is shown; a look at the tickets is told every time. */
function announce(json: string): void {
  const { type, ...detail } = JSON.parse(json) as { type: "purchase"; order?: string };
  if (type !== "purchase" || firstTime("ticketweb:told", String(detail.order))) say(type, detail);
}
