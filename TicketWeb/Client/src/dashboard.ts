// What the dashboard does in the browser besides its circuit: the reconnect dialog, copy and print buttons, the visitor's own time zone, the
// navigation of a phone, and the way from a summary of errors to its fields.

declare const Blazor: { reconnect(): Promise<boolean> };

/** The zone this browser lives in, asked for by the "new organization" page. */
export function timeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

const prefix = "components-reconnect-";
const modal = document.getElementById("components-reconnect-modal");

// The client tells of its connection only by class names on the dialog.
function follow(dialog: HTMLDialogElement): void {
  const is = (state: string): boolean => dialog.classList.contains(prefix + state);
  if (is("rejected")) location.reload();
  else if (is("show") || is("failed")) {
    if (!dialog.open) dialog.showModal();
  } else if (dialog.open) dialog.close();
}

if (modal instanceof HTMLDialogElement) {
  new MutationObserver(() => follow(modal)).observe(modal, { attributes: true, attributeFilter: ["class"] });
  document.getElementById("components-reconnect-button")?.addEventListener("click", async () => {
    if (!(await Blazor.reconnect())) location.reload();
  });
}

let here: HTMLElement | null = null;

/** On a phone the navigation is one line: brings the entry where one is to its middle, at once and without moving the page. */
function showWhereOneIs(): void {
  const entry = document.querySelector<HTMLElement>(".side nav [aria-current]");
  if (entry === here) return;
  here = entry;
  const line = entry?.parentElement;
  if (!entry || !line) return;
  const [at, of] = [entry.getBoundingClientRect(), line.getBoundingClientRect()];
  line.scrollLeft += at.left + at.width / 2 - (of.left + of.width / 2);
}

// The circuit draws the navigation anew, and marks another entry, whenever it pleases.
new MutationObserver(showWhereOneIs).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["aria-current"] });
showWhereOneIs();

document.addEventListener("click", async (click) => {
  const target = click.target instanceof Element ? click.target : null;
  const button = target?.closest<HTMLElement>("[data-copy]");
  const code = button?.closest(".snippet")?.querySelector("code");
  if (button && code) {
    await navigator.clipboard.writeText(code.textContent ?? "");
    button.dataset["copied"] = "";
    setTimeout(() => delete button.dataset["copied"], 2000);
  }

  if (target?.closest("[data-print]")) window.print();

  // A menu closes when somebody looks elsewhere.
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")) {
    if (!target || !menu.contains(target)) menu.open = false;
  }
});

document.addEventListener("keydown", (key) => {
  if (key.key !== "Escape") return;
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")) {
    menu.open = false;
    menu.querySelector("summary")?.focus();
  }
});

// Against the page's base a fragment alone leads elsewhere: what a summary of errors names is found here, and the address stays.
document.addEventListener("click", event => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("[data-error-summary] a") : null;
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  field.focus();
}, { capture: true });
