// Keeps "Only 12 left" true while the page is looked at. The page is complete without it, so it waits until the browser
// has painted and is idle, and only then fetches the connection's code.
const place = document.querySelector<HTMLElement>("[data-live-event]");
const eventId = place?.dataset["liveEvent"];

if (eventId) {
  const begin = () => void import("./live/hub").then(({ follow }) => import("./live/counts").then(({ show }) => follow(eventId, show)));
  const whenIdle = () => ("requestIdleCallback" in window ? requestIdleCallback(begin, { timeout: 3000 }) : setTimeout(begin, 1200));
  if (document.readyState === "complete") whenIdle();
  else addEventListener("load", whenIdle, { once: true });
}
