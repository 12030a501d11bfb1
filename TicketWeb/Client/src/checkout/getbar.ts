/** Takes the bar with "Get tickets" away while the tickets themselves are in view. */
export function watchGetBar(): void {
  const bar = document.querySelector("[data-get-bar]");
  const tickets = document.querySelector("#tickets");
  if (!bar || !tickets) return;
  new IntersectionObserver(([seen]) => bar.classList.toggle("away", seen?.isIntersecting ?? false), { rootMargin: "0px 0px -64px" }).observe(tickets);
}
