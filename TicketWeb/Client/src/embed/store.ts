/** sessionStorage that may be forbidden: then things are remembered for as long as the page lives. */
const memory = new Map<string, string>();

export function recall(key: string): string | null {
  try {
    return sessionStorage.getItem(key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

export function remember(key: string, value: string): void {
  memory.set(key, value);
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // Blocked or full: memory has it.
  }
}

/** True the first time it is asked for this entry of this list, and never again in this tab. */
export function firstTime(list: string, entry: string): boolean {
  const known = JSON.parse(recall(list) ?? "[]") as string[];
  if (known.includes(entry)) return false;
  remember(list, JSON.stringify([...known, entry].slice(-100)));
  return true;
}
