const fastestTypist = 60;
const shortestCode = 6;

/**
 * A scanner that plugs in as a keyboard types its code at once and ends with Enter. Its keys must not press what happens
 * to have the focus: a code may hold spaces, and Enter comes with every one.
 */
export function listenForWedge(tell: (code: string) => void): void {
  let typed = "";
  let last = 0;

  document.addEventListener("keydown", event => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.altKey || event.metaKey)
      return;

    const inARow = event.timeStamp - last < fastestTypist;
    last = event.timeStamp;
    if (event.key.length === 1) {
      if (inARow && typed)
        event.preventDefault();
      typed = (inARow ? typed : "") + event.key;
    } else if (event.key === "Enter") {
      const code = inARow ? typed : "";
      typed = "";
      if (code.length >= shortestCode) {
        event.preventDefault();
        tell(code);
      }
    }
  }, { capture: true });
}
