type Thing = "token" | "camera" | "muted";

const inThisPage = new Map<Thing, string>();

/** What this phone knows from last time; "" when it knows nothing. */
export function recall(thing: Thing): string {
  try {
    return localStorage.getItem(`ticketweb.door.${thing}`) ?? "";
  } catch {
    return inThisPage.get(thing) ?? ""; // Storage is off: remember until the page is closed.
  }
}

/** Keeps something for the next time; "" forgets it. */
export function remember(thing: Thing, value: string): void {
  inThisPage.set(thing, value);
  try {
    localStorage.setItem(`ticketweb.door.${thing}`, value);
  } catch {
    console.warn("This browser does not let the page remember anything.");
  }
}
