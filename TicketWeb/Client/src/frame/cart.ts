import { say } from "./host";

/** What the page shows for sale: the server's `view_item`. */
export interface Shown { currency: string; items: { id: string; name: string; price: string }[] }

/**
 * Tells the host page of tickets and add-ons that a buyer takes, with how many more they are than before; putting some back is not told.
 * What stands in the form as it comes was taken before.
 */
export function tellOfTaking({ currency, items }: Shown): void {
  const form = document.querySelector<HTMLFormElement>("form[data-total]");
  if (!form) return;
  const row = (id: string): HTMLElement | null => form.querySelector(`[data-type-id="${id}"]`);
  let before: number[];
  const look = (): number[] => (before = items.map(item => count(row(item.id))));
  form.addEventListener("change", () => {
    const old = before;
    const taken = look().map((now, at) => ({ ...items[at]!, quantity: now - old[at]! })).filter(item => item.quantity > 0);
    if (taken.length > 0) say("add_to_cart", { currency, items: taken.map(item => ({ ...item, price: gift(form, row(item.id)) ?? item.price })) });
  });
  addEventListener("pageshow", look); // Back brings typed counts with it
  look();
}

const count = (row: HTMLElement | null): number => Math.max(0, Math.trunc(Number(row?.querySelector<HTMLInputElement>("[data-stepper] input")?.value)) || 0);

/** What somebody gives for one, with its tax (basis points); null where the price is not theirs to choose. */
function gift(form: HTMLFormElement, row: HTMLElement | null): string | null {
  const typed = row?.querySelector<HTMLInputElement>("[data-amount]");
  return typed ? ((Number(typed.value) || 0) * (1 + Number(typed.dataset["amount"]) / 10_000)).toFixed(Number(form.dataset["digits"] ?? 2)) : null;
}
