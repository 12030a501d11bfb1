/**
 * Lets Stripe ask the buyer for what their bank wants (3-D Secure, a bank's own page), at once and again by the button, and then looks at the
 * order again. Somebody who comes back with the browser's Back has seen enough: then only the button asks.
 */
export function askForBank(): void {
  const button = document.querySelector<HTMLButtonElement>("button[data-stripe-next]");
  const stripe = button && window.Stripe?.(button.dataset["key"]!);
  if (!button || !stripe) return;
  const ask = async (): Promise<void> => {
    if (button.getAttribute("aria-busy")) return;
    button.setAttribute("aria-busy", "true");
    // Whatever came of it, the server asks Stripe itself.
    await stripe.handleNextAction({ clientSecret: button.dataset["secret"]! }).catch(() => null);
    button.removeAttribute("aria-busy");
    document.querySelector<HTMLFormElement>("form[action*='/resume']")?.submit();
  };
  button.addEventListener("click", () => void ask());
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (navigation?.type !== "back_forward") void ask();
}
