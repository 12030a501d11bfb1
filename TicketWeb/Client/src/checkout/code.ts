/** Fills in the code that a link brought along (`?code=EARLY`): the page itself is the same for everybody. */
export function fillInCode(): void {
  const code = new URLSearchParams(location.search).get("code");
  const box = document.querySelector<HTMLDetailsElement>("details[data-code]");
  const input = box?.querySelector("input");
  if (!code || !box || !input || input.value) return;
  input.value = code;
  box.open = true;
}
