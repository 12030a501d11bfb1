import { looks } from "./looks";

/**
 * Puts Stripe's fields into the form. When it is sent, Stripe first turns what was typed into a token, which is posted in place of a card:
 * the payment itself is made by the server, and its answer is the page that follows.
 */
export function askForCard(): void {
  const field = document.querySelector<HTMLElement>("[data-stripe-fields]");
  const form = field?.closest("form");
  if (!field || !form) return;
  const place = field.querySelector<HTMLElement>("[data-stripe-place]")!;
  const problem = field.querySelector<HTMLElement>("[data-stripe-problem]")!;
  const token = field.querySelector<HTMLInputElement>("input[name=card]")!;
  const say = (words?: string): void => {
    problem.textContent = words ?? "";
    field.classList.toggle("wrong", !!words);
  };

  const stripe = window.Stripe?.(field.dataset["key"]!);
  if (!stripe) return say("The fields for your card could not be loaded. Look at your connection, then load this page again.");
  const elements = stripe.elements({
    mode: "payment",
    amount: Number(field.dataset["amount"]),
    currency: field.dataset["currency"],
    captureMethod: field.dataset["capture"],
    ...("cardsOnly" in field.dataset ? { paymentMethodTypes: ["card"] } : {}),
    appearance: looks(),
  });
  const element = elements.create("payment", { defaultValues: { billingDetails: { email: typed(form, "email"), name: typed(form, "name") } } });
  element.on("loaderror", event => say(event.error.message ?? "The fields for your card could not be loaded."));
  element.mount(place);

  let asking = false;
  // Before any other listener: to them the form is sent only once there is a token.
  document.addEventListener("submit", event => {
    if (event.target !== form || token.value) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (asking) return;
    asking = true;
    const button = form.querySelector<HTMLButtonElement>("button[type=submit]");
    button?.setAttribute("aria-busy", "true");
    say();
    void make().then(made => {
      asking = false;
      button?.removeAttribute("aria-busy");
      if (made.token) {
        token.value = made.token;
        form.requestSubmit(button);
      } else say(made.problem);
    });
  }, { capture: true });
  // A token serves once. A page that comes back from the browser's memory needs another.
  addEventListener("pageshow", () => (token.value = ""));

  async function make(): Promise<{ token?: string; problem?: string }> {
    try {
      const { error: wrong } = await elements.submit();
      if (wrong) return { problem: wrong.message ?? "Look at the fields of your card again." };
      const { error, confirmationToken } = await stripe!.createConfirmationToken({
        elements,
        params: { payment_method_data: { billing_details: { email: typed(form!, "email"), name: typed(form!, "name") } } },
      });
      return confirmationToken ? { token: confirmationToken.id } : { problem: error?.message ?? "Your card could not be read." };
    } catch {
      return { problem: "Your bank’s fields do not answer. Look at your connection and try again: nothing was charged." };
    }
  }
}

const typed = (form: HTMLFormElement, name: string): string => form.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value.trim() ?? "";
