const spoken: Record<number, string> = { 300: "Five minutes left to pay.", 60: "One minute left to pay." };

/** Counts down what `data-countdown` says in seconds; says it aloud at five minutes and at one, never every second. */
export function runCountdowns(): void {
  for (const box of document.querySelectorAll<HTMLElement>("[data-countdown]")) {
    const text = box.querySelector<HTMLElement>("[data-countdown-text]");
    const said = box.querySelector<HTMLElement>("[data-countdown-said]");
    if (!text) continue;

    // Seconds left, not an hour: the visitor's clock may be wrong. A page that slept still ends on time.
    const end = Date.now() + Number(box.dataset["countdown"]) * 1000;
    let before = Number.POSITIVE_INFINITY;
    const tick = () => {
      const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      text.textContent = left > 0 ? `Held for ${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` : "The hold has ended.";
      box.toggleAttribute("data-soon", left <= 60);
      for (const [at, words] of Object.entries(spoken))
        if (said && before > Number(at) && left <= Number(at) && left > Number(at) - 30 && Number.isFinite(before)) said.textContent = words;
      if (left === 0 && before > 0) {
        if (said) said.textContent = "The hold has ended.";
        box.dispatchEvent(new CustomEvent("tw:expired", { bubbles: true }));
        clearInterval(timer);
      }
      before = left;
    };
    const timer = window.setInterval(tick, 1000);
    tick();
  }
}
