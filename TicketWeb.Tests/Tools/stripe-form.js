// Stands in for Stripe's script in the browser: a field in their place, a token for what was typed, and a bank that asks. It speaks to
// Stripe's addresses only, as theirs does; the story answers there.
window.Stripe = key => {
  const ask = (path, body) => fetch(`https://api.stripe.com/v1/${path}`, { method: "POST", headers: { Authorization: `Bearer ${key}` }, body }).then(answer => answer.json());
  let field;
  return {
    elements: options => ({
      create: () => ({
        on() {},
        mount(place) {
          const label = document.createElement("label");
          field = document.createElement("input");
          label.append(`Card number (${options.currency} ${options.amount}, ${options.paymentMethodTypes ?? "all methods"})`, field);
          place.replaceChildren(label);
        },
      }),
      submit: async () => (field.value ? {} : { error: { message: "Your card number is incomplete." } }),
    }),
    createConfirmationToken: async () => ({ confirmationToken: { id: (await ask("confirmation_tokens", field.value)).id } }),
    handleNextAction: ({ clientSecret }) => new Promise(done => {
      const dialog = document.createElement("dialog");
      dialog.setAttribute("aria-label", "3-D Secure");
      for (const words of ["Complete", "Fail"]) {
        const button = document.createElement("button");
        button.textContent = words;
        button.addEventListener("click", () => ask(`authenticate?answer=${words}`, clientSecret).then(() => (dialog.remove(), done({}))));
        dialog.append(button);
      }
      document.body.append(dialog);
      dialog.showModal();
    }),
  };
};
