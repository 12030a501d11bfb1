import { recall, remember } from "../embed/store";
import { say } from "./host";

/**
 * A page that holds a reservation says so with `data-tw-keep='{"key":…}'`; a null value forgets. It is kept here and at the
 * host, because either side's storage may be refused, and never travels in an address.
 */
export function keepSecrets(): void {
  for (const element of document.querySelectorAll<HTMLElement>("[data-tw-keep]")) {
    for (const [key, value] of Object.entries(JSON.parse(element.dataset["twKeep"] ?? "{}") as Record<string, string | null>)) {
      remember(storageKey(key), value ?? "");
      say("keep", { key, value });
    }
  }
}

/** Goes on after a reload: the first form with `data-tw-resume` that can be filled with what was kept is sent. False where the page stays. */
export function resume(kept: Record<string, string> = {}): boolean {
  if (document.querySelector("[data-tw-keep]")) return false;
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-tw-resume]")) {
    const inputs = [...form.querySelectorAll<HTMLInputElement>("input[data-tw-kept]")];
    for (const input of inputs) input.value = recall(storageKey(input.name)) || kept[input.name] || "";
    if (inputs.length === 0 || inputs.some(input => input.value === "")) continue;
    form.submit();
    return true;
  }
  return false;
}

// By event: two widgets on one site must not take each other's reservation.
const storageKey = (key: string): string => `ticketweb:${document.querySelector<HTMLElement>("[data-tw-slug]")?.dataset["twSlug"] ?? ""}:${key}`;
