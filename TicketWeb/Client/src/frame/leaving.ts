import { say, whenHostSays } from "./host";

/** Esc and the host's cross close the sheet, but not silently while somebody is paying (`data-tw-paying` on the page). */
export function askBeforeLeaving(): void {
  const paying = document.querySelector("[data-tw-paying]") !== null;
  if (paying) say("paying", { on: true });
  const leave = () => (paying ? ask() : say("close"));
  whenHostSays("closing", leave);
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
    event.preventDefault(); // or the same key would close the question it opens
    leave();
  });
}

function ask(): void {
  if (document.querySelector("dialog[open]")) return;
  const dialog = document.createElement("dialog");
  const words = document.createElement("div");
  words.className = "stack";
  const title = document.createElement("h3");
  title.textContent = "Leave without paying?";
  const text = document.createElement("p");
  text.textContent = "Nothing has been charged. Your tickets stay held until the time runs out.";
  const row = document.createElement("div");
  row.className = "row";
  const stay = button("Stay", "btn", () => dialog.remove());
  row.append(stay, button("Leave", "btn quiet", () => {
    dialog.remove();
    say("close");
  }));
  words.append(title, text, row);
  dialog.append(words);
  dialog.setAttribute("aria-label", title.textContent);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  stay.focus();
}

function button(text: string, look: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = look;
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}
