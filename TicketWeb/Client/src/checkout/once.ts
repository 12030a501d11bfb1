/**
 * Gives every showing of the form a key of its own, so that a second click posts the same one and starts no second order.
 * A page that comes back from the browser's memory gets a new key: what it posts then is meant.
 */
export function keyForms(): void {
  const inputs = document.querySelectorAll<HTMLInputElement>("input[data-once-key]");
  const renew = () => inputs.forEach(input => (input.value = [...crypto.getRandomValues(new Uint8Array(18))].map(byte => byte.toString(16).padStart(2, "0")).join("")));
  addEventListener("pageshow", renew);
  renew();
}
