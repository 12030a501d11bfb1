/** The first click is the only one: the button says what is going on until the next page is there. */
export function payOnce(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-once]")) {
    let sent = false;
    form.addEventListener("submit", event => {
      if (sent) return event.preventDefault();
      sent = true;
      const button = (event.submitter ?? form.querySelector("button[type=submit], button:not([type])")) as HTMLButtonElement | null;
      if (!button) return;
      const words = button.innerHTML;
      // After the browser has gathered the form: a disabled button would not be posted.
      setTimeout(() => {
        button.setAttribute("aria-busy", "true");
        button.setAttribute("aria-disabled", "true");
        button.textContent = form.dataset["once"] || "One moment…";
      });
      addEventListener("pageshow", () => {
        sent = false;
        button.removeAttribute("aria-busy");
        button.removeAttribute("aria-disabled");
        button.innerHTML = words;
      }, { once: true });
    });
  }
}
