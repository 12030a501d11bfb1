export type State = "available" | "few" | "soldout" | "unavailable";
export type Count = { left: number | null; state: State };
export type Counts = Record<string, Count>;

const away: Count = { left: 0, state: "unavailable" };
const tone: Record<State, string> = { available: "", few: "few", soldout: "gone", unavailable: "gone" };

/** Writes the counts into every element with `data-type-id`; the reservation decides, this is advice. What is hidden is told to nobody; what else is missing was taken away. */
export function show(counts: Counts): void {
  for (const row of document.querySelectorAll<HTMLElement>("[data-type-id]")) {
    const count = counts[row.dataset["typeId"] ?? ""] ?? ("hidden" in row.dataset ? null : away);
    if (!count) continue;
    row.dataset["state"] = count.state;
    tell(row, count.left, count.state);
    limit(row, count.left, count.state);
  }
}

function tell(row: HTMLElement, left: number | null, state: State): void {
  const tag = row.querySelector<HTMLElement>("[data-left]");
  if (!tag) return;
  const words = { available: left === null ? "" : `${left} left`, few: `Only ${left ?? 0} left`, soldout: "Sold out", unavailable: "Not on sale" }[state];
  if (tag.textContent !== words) tag.textContent = words;
  tag.className = `tag ${tone[state]}`;
}

function limit(row: HTMLElement, left: number | null, state: State): void {
  const input = row.querySelector<HTMLInputElement>("[data-stepper] input");
  if (!input) return;
  input.dataset["most"] ??= input.max; // what one order may hold, however many are left
  const most = Number(input.dataset["most"]);
  input.max = String(left === null ? most : Math.min(most, left));
  input.disabled = state === "soldout" || state === "unavailable";
  if (input.disabled) input.value = "0";
  else if (Number(input.value) > Number(input.max)) input.value = input.max;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
