/** Puts − and + around every counting input. The input stays: it can still be typed in, and it is what the form posts. */
export function enhanceSteppers(): void {
  for (const box of document.querySelectorAll<HTMLElement>("[data-stepper]")) {
    const input = box.querySelector("input");
    if (!input || box.querySelector("button")) continue;
    const of = box.dataset["of"] ?? "";
    const fewer = button("−", `One fewer: ${of}`);
    const more = button("+", `One more: ${of}`);
    const refresh = () => {
      fewer.disabled = input.disabled || count(input) <= Number(input.min);
      more.disabled = input.disabled || count(input) >= Number(input.max);
    };
    fewer.addEventListener("click", () => move(input, -1));
    more.addEventListener("click", () => move(input, 1));
    input.addEventListener("input", refresh);
    addEventListener("pageshow", refresh); // Back brings typed counts with it
    input.addEventListener("focus", () => input.select());
    box.prepend(fewer);
    box.append(more);
    refresh();
  }
}

/** The typed number, or none where it is empty or nonsense. */
export const count = (input: HTMLInputElement): number => Math.max(0, Math.trunc(Number(input.value)) || 0);

/** One step up or down; from nothing straight to the fewest that are sold together, and from there straight back. */
function move(input: HTMLInputElement, direction: 1 | -1): void {
  const step = Number(input.step) || 1;
  const least = Number(input.dataset["least"]) || step;
  const next = count(input) + direction * step;
  const settled = next < least ? (direction > 0 ? least : 0) : next;
  input.value = String(Math.min(Number(input.max), Math.max(Number(input.min), settled)));
  // As a browser's own arrows do it.
  for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }));
}

function button(text: string, label: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.setAttribute("aria-label", label);
  return made;
}
