// The waiting room: asks now and then where we stand, and goes on when it is our turn. Without it the page loads itself again.
interface Status { standing: string; headline: string | null; wait: string; percent: number; again: number }

const box = document.querySelector<HTMLElement>("[data-waiting]");
const form = document.querySelector<HTMLFormElement>("form[data-waiting-on]");
if (box && form) stand(box, form);

function stand(box: HTMLElement, form: HTMLFormElement): void {
  let timer = 0;
  let asking = false;
  const later = (seconds: number) => {
    clearTimeout(timer);
    // Not all at once: a thousand pages were opened in the same second.
    timer = window.setTimeout(ask, seconds * 1000 * (0.75 + Math.random() / 2));
  };
  const ask = async () => {
    if (asking) return;
    asking = true;
    let next = 15;
    try {
      const answer = await fetch(box.dataset["status"] ?? "", { method: "POST", body: new URLSearchParams(new FormData(form) as unknown as Record<string, string>) });
      if (answer.ok) {
        const status = (await answer.json()) as Status;
        if (status.standing !== box.dataset["waiting"]) return form.submit();
        show(box, status);
        next = status.again;
      } else next = Number(answer.headers.get("Retry-After")) || next;
    } catch {
      // No signal for the moment: the place is kept, and we ask again.
    } finally {
      asking = false;
    }
    later(next);
  };
  // A tab in the background sleeps; whoever comes back sees at once how things stand.
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && void ask());
  later(Number(box.dataset["again"]));
}

function show(box: HTMLElement, status: Status): void {
  if (status.headline) write(box, "headline", status.headline);
  // Read out only when the time left changes, not with every step of the line.
  if (write(box, "wait", status.wait)) write(box, "said", `${status.headline ?? ""} ${status.wait}`);
  box.querySelector<HTMLProgressElement>("[data-waiting-percent]")!.value = status.percent;
}

/** True when it was something else before. The tab's title follows the headline. */
function write(box: HTMLElement, part: string, words: string): boolean {
  const place = box.querySelector<HTMLElement>(`[data-waiting-${part}]`);
  const before = place?.textContent ?? "";
  if (!place || before === words) return false;
  place.textContent = words;
  if (part === "headline") document.title = document.title.replace(before, words);
  return true;
}
