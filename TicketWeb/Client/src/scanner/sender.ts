import { occasion, scan as send, type Occasion, type Reply, type Scan, type Verdict } from "./api.js";
import type { Queue } from "./queue.js";

const shortestPause = 1_000;
const longestPause = 15_000;
const heartbeat = 30_000;

export interface SenderEvents {
  /** The connection or the number of scans waiting changed. */
  changed(): void;
  /** The server confirmed a scan that had to wait. */
  late(scan: Scan, reply: Reply<Verdict>): void;
  occasion(occasion: Occasion): void;
  signedOut(): void;
}

/** Brings scans to the server: at once while it answers, and again and again, for ever, when it did not. */
export class Sender {
  /** Since when the server has not answered; null while it does. */
  offlineSince: Date | null = null;

  #token = "";
  #pause = shortestPause;
  #timer = 0;
  readonly #underWay = new Set<string>();

  constructor(private readonly queue: Queue, private readonly events: SenderEvents) {
    addEventListener("online", () => this.#again(0));
    addEventListener("offline", () => this.#heard({ kind: "unreachable" }));
  }

  get waiting(): number {
    return this.queue.size;
  }

  start(token: string): void {
    this.#token = token;
    this.#again(0);
  }

  stop(): void {
    this.#token = "";
    clearTimeout(this.#timer);
  }

  /** Sends one scan while its guest waits. While offline it does not let them wait for a timeout. */
  async send(scan: Scan): Promise<Reply<Verdict>> {
    await this.queue.add(scan);
    if (this.offlineSince) {
      this.events.changed();
      return { kind: "unreachable" };
    }
    return this.#deliver(scan, true);
  }

  async #deliver(scan: Scan, personWaits: boolean): Promise<Reply<Verdict>> {
    this.#underWay.add(scan.id);
    try {
      const reply = await send(this.#token, scan, personWaits);
      if (reply.kind === "done" || reply.kind === "refused")
        await this.queue.remove(scan);
      this.#heard(reply);
      return reply;
    } finally {
      this.#underWay.delete(scan.id);
    }
  }

  async #round(): Promise<void> {
    const reply = await occasion(this.#token);
    this.#heard(reply);
    if (reply.kind === "done")
      this.events.occasion(reply.value);
    for (const scan of reply.kind === "done" ? this.queue.all() : []) {
      if (this.#underWay.has(scan.id))
        continue;
      const late = await this.#deliver(scan, false);
      if (late.kind === "unreachable" || late.kind === "signed-out")
        return;
      this.events.late(scan, late);
    }
  }

  #heard(reply: Reply<unknown>): void {
    if (reply.kind === "signed-out") {
      this.stop();
      this.events.signedOut();
      return;
    }

    if (reply.kind !== "unreachable") {
      this.offlineSince = null;
      this.#pause = shortestPause;
    } else if (!this.offlineSince) {
      this.offlineSince = new Date();
      this.#again(shortestPause);
    }
    this.events.changed();
  }

  #again(wait: number): void {
    clearTimeout(this.#timer);
    if (!this.#token)
      return;
    this.#timer = setTimeout(() => {
      void this.#round().finally(() => {
        this.#pause = Math.min(this.#pause * 2, longestPause);
        this.#again(this.offlineSince || this.queue.size > 0 ? this.#pause : heartbeat);
      });
    }, wait);
  }
}
