/** Groups a card's number as it is printed and puts the slash into its date, without the caret jumping. */
export function groupCardFields(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>("input[autocomplete=cc-number]")) shape(input, number);
  for (const input of document.querySelectorAll<HTMLInputElement>("input[autocomplete=cc-exp]")) shape(input, date);
}

const number = (digits: string): string =>
  /^3[47]/.test(digits)
    ? [digits.slice(0, 4), digits.slice(4, 10), digits.slice(10, 15)].filter(Boolean).join(" ")
    : (digits.slice(0, 19).match(/.{1,4}/g) ?? []).join(" ");

const date = (digits: string): string => {
  const month = /^[2-9]/.test(digits) ? `0${digits}` : digits; // 4 can only be April
  return month.length > 2 ? `${month.slice(0, 2)} / ${month.slice(2, 4)}` : month;
};

function shape(input: HTMLInputElement, write: (digits: string) => string): void {
  input.addEventListener("input", event => {
    const before = digitsOf(input.value.slice(0, input.selectionStart ?? input.value.length)).length;
    const atEnd = input.selectionStart === input.value.length;
    input.value = write(digitsOf(input.value));
    if (atEnd || (event as InputEvent).inputType === "insertFromPaste") return;
    let caret = 0;
    for (let seen = 0; caret < input.value.length && seen < before; caret++) if (/\d/.test(input.value[caret] ?? "")) seen++;
    input.setSelectionRange(caret, caret);
  });
}

const digitsOf = (text: string): string => text.replace(/\D/g, "");
