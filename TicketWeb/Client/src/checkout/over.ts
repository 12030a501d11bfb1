/**
 * When the time to pay has run out, a form with `data-when-over` is sent: its answer says what to do now. The page's other fields of the
 * same names go along, so that nobody types them again. A payment that is on its way is not interrupted: its own answer is next.
 */
export function goOnWhenOver(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-when-over]");
  if (!form) return;
  document.addEventListener("tw:expired", () => {
    if (document.querySelector("[aria-busy=true]")) return;
    for (const input of form.querySelectorAll<HTMLInputElement>("input[name]"))
      input.value = document.querySelector<HTMLInputElement>(`form:not([data-when-over]) input[name="${input.name}"]`)?.value ?? input.value;
    form.submit();
  });
}
