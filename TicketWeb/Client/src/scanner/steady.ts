const gone = 2_000;

/** The same code held in view is one scan: it counts again once it has been out of sight for two seconds. */
export class Steady {
  readonly #lastSeen = new Map<string, number>();

  /** The code to act on, out of all in view (the one nearest the middle first); null when it was acted on already. */
  pick(inView: string[], now: number): string | null {
    for (const [code, seen] of this.#lastSeen)
      if (inView.includes(code))
        this.#lastSeen.set(code, now);
      else if (now - seen > gone)
        this.#lastSeen.delete(code);

    const [nearest] = inView;
    if (!nearest || this.#lastSeen.has(nearest))
      return null;
    this.#lastSeen.set(nearest, now);
    return nearest;
  }
}
