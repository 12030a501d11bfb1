import { Buying } from "./buying";
import { make } from "./look";

/** An entry of our own for Back to take away, over whatever the host's router keeps in its own. */
const mark = (): void => history.pushState({ ...(history.state as object | null), ticketweb: true }, "");

/** The purchase over the whole page. Esc, Back and the cross close it; while a payment runs the frame is asked first. */
export function openSheet(host: HTMLElement, root: ShadowRoot): void {
  const dialog = make("dialog", { ariaLabel: "Tickets" });
  const cross = make("button", { className: "shut", textContent: "×", ariaLabel: "Close", type: "button" });
  dialog.append(cross);
  root.append(dialog);
  const page = document.documentElement;
  const scroll = page.style.overflow;
  let open = true;

  const close = () => {
    if (!open) return;
    open = false;
    removeEventListener("popstate", back);
    if ((history.state as { ticketweb?: boolean } | null)?.ticketweb) history.back();
    page.style.overflow = scroll;
    buying.end();
    dialog.close();
    dialog.remove();
    buying.tell("close");
  };
  const ask = () => (buying.paying ? buying.say("closing") : close());
  const back = () => {
    if (!buying.paying) return close();
    mark();
    ask();
  };

  const buying = new Buying(host, dialog, true, close);
  mark();
  addEventListener("popstate", back);
  cross.addEventListener("click", ask);
  dialog.addEventListener("cancel", event => {
    event.preventDefault();
    ask();
  });
  dialog.addEventListener("close", close); // a browser lets a page hold Esc back only once
  page.style.overflow = "hidden";
  dialog.showModal();
}
