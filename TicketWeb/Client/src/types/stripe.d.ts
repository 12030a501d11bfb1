// What we use of https://docs.stripe.com/js, which their own script brings along.
interface StripeElements {
  create(type: "payment", options?: object): { mount(place: HTMLElement): void; on(event: "loaderror", act: (event: { error: { message?: string } }) => void): void };
  submit(): Promise<{ error?: { message?: string } }>;
}

interface StripeJs {
  elements(options: object): StripeElements;
  createConfirmationToken(options: object): Promise<{ error?: { message?: string }; confirmationToken?: { id: string } }>;
  handleNextAction(options: { clientSecret: string }): Promise<{ error?: { message?: string } }>;
}

interface Window {
  Stripe?: (key: string) => StripeJs;
}
