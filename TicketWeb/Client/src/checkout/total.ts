import { count } from "./stepper";

interface Chosen { name: string; ticket: boolean; count: number; price: number; fee: number; tax: number }

/**
 * Adds up what is chosen, for the eye only: the server prices the order itself and takes no price from here.
 * The form carries `data-total`, with `data-symbol` and `data-digits` for the currency; each row `data-name`, and
 * `data-price` (all included), and `data-fee` and `data-tax` of it, in minor units. Where a buyer types what they give,
 * `data-amount` is the tax that is added to it, in basis points. Where prices do not simply add up, `data-sum-at` names
 * who reckons the choice.
 */
export function keepTotals(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-total]")) {
    const at = form.dataset["sumAt"];
    const show = at ? asker(form, at) : (rows: Chosen[]) => saw(form, rows, draw(form, rows));
    const refresh = () => {
      const rows = [...form.querySelectorAll<HTMLElement>("[data-type-id]")].map(row => read(form, row)).filter(row => row.count > 0);
      label(form, rows);
      show(rows);
    };
    form.addEventListener("input", refresh);
    // What was wrong with the last choice is not wrong with another; only buyers make changes, live counts send no more than inputs.
    form.addEventListener("change", () => document.querySelector("[data-about-choice]")?.remove(), { once: true });
    addEventListener("pageshow", refresh); // Back brings typed counts with it
    refresh();
  }
}

function read(form: HTMLFormElement, row: HTMLElement): Chosen {
  const input = row.querySelector<HTMLInputElement>("[data-stepper] input");
  const given = row.querySelector<HTMLInputElement>("[data-amount]");
  const gift = given ? Math.round(Number(given.value) * 10 ** Number(form.dataset["digits"] ?? 2)) || 0 : 0;
  const tax = given ? Math.round((gift * Number(given.dataset["amount"])) / 10_000) : Number(row.dataset["tax"]) || 0;
  return {
    name: row.dataset["name"] ?? "",
    ticket: !("addOn" in row.dataset),
    count: input && !input.disabled ? count(input) : 0,
    price: given ? gift + tax : Number(row.dataset["price"]) || 0,
    fee: Number(row.dataset["fee"]) || 0,
    tax,
  };
}

function label(form: HTMLFormElement, rows: Chosen[]): void {
  const tickets = rows.reduce((sum, row) => sum + (row.ticket ? row.count : 0), 0);
  const go = form.querySelector<HTMLElement>("[data-go]");
  if (go) go.textContent = tickets === 0 ? "Get tickets" : tickets === 1 ? "Get 1 ticket" : `Get ${tickets} tickets`;
}

/** Returns what it comes to. */
function draw(form: HTMLFormElement, rows: Chosen[]): number {
  const fees = rows.reduce((sum, row) => sum + row.count * row.fee, 0);
  const taxes = rows.reduce((sum, row) => sum + row.count * row.tax, 0);
  const total = rows.reduce((sum, row) => sum + row.count * row.price, 0);
  const list = form.querySelector<HTMLElement>("[data-sum]");
  if (!list) return total;
  list.hidden = rows.length === 0;
  list.replaceChildren(
    ...rows.flatMap(row => line(`${row.count} × ${row.name}`, money(form, row.count * (row.price - row.fee - row.tax)))),
    ...(fees > 0 ? line("Fees", money(form, fees), "muted") : []),
    ...(taxes > 0 ? line("Tax", money(form, taxes), "muted") : []),
    ...line("Total", money(form, total), "total"),
  );
  return total;
}

/**
 * Shows what the server reckons, a moment after the last change; only the latest answer counts. Until then the last sum stands, as one that
 * is being put right; where no answer comes, what adds up here is as near as one gets. The same choice is asked about once: live counts come
 * four times a second, to everybody who looks.
 */
function asker(form: HTMLFormElement, at: string): (rows: Chosen[]) => void {
  const list = form.querySelector<HTMLElement>("[data-sum]");
  let latest = 0;
  let asked = "";
  return rows => {
    const choice = JSON.stringify(rows);
    if (choice === asked) return;
    asked = choice;
    const mine = ++latest;
    list?.setAttribute("aria-busy", String(rows.length > 0));
    saw(form, rows, "");
    if (rows.length === 0) {
      draw(form, rows);
      return;
    }
    setTimeout(async () => {
      const sum = mine === latest ? await reckon(form, at) : null;
      if (mine !== latest) return;
      const total = draw(form, rows);
      saw(form, rows, sum?.dataset["minor"] ?? total);
      if (sum) list?.replaceChildren(...sum.children);
      else asked = "";
      list?.setAttribute("aria-busy", "false");
    }, 200);
  };
}

async function reckon(form: HTMLFormElement, at: string): Promise<HTMLElement | null> {
  const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  try {
    const answer = await fetch(at, { method: "POST", body, signal: AbortSignal.timeout(5000) });
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("dl") : null;
  } catch {
    return null; // No signal is ordinary on a phone.
  }
}

/**
 * Goes along with the choice: whoever saw what it comes to need not be told that a price in it is another. What it came to at first counts:
 * when it changes later, because others buy, nobody has to have noticed.
 */
function saw(form: HTMLFormElement, rows: Chosen[], total: number | string): void {
  const input = form.querySelector<HTMLInputElement>("[data-seen-total]");
  const choice = rows.map(row => `${row.count} × ${row.price} ${row.name}`).join();
  if (!input || (input.value !== "" && input.dataset["choice"] === choice)) return;
  input.dataset["choice"] = choice;
  input.value = String(total);
}

function line(name: string, amount: string, look = ""): HTMLElement[] {
  return ([["dt", name], ["dd", amount]] as const).map(([tag, text]) => {
    const cell = document.createElement(tag);
    cell.textContent = text;
    cell.className = look;
    return cell;
  });
}

function money(form: HTMLFormElement, minor: number): string {
  const digits = Number(form.dataset["digits"] ?? 2);
  const amount = (minor / 10 ** digits).toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${form.dataset["symbol"] ?? ""}${amount}`;
}
