import { HttpTransportType, type HubConnection, HubConnectionBuilder, HubConnectionState, LogLevel } from "@microsoft/signalr";
import type { Counts } from "./counts";

const longestPause = 30_000;

/** Grows from one second to thirty, with a spread, so that a restarted server is not met by everybody at once. */
const pause = (attempt: number): number => Math.min(longestPause, 1000 * 2 ** attempt) * (0.7 + Math.random() * 0.6);

/** Follows one event's counts for as long as the page is visible; comes back by itself after every kind of break. */
export function follow(eventId: string, show: (counts: Counts) => void): void {
  const connection = new HubConnectionBuilder()
    .withUrl("/live", { withCredentials: false, skipNegotiation: true, transport: HttpTransportType.WebSockets })
    .configureLogging(LogLevel.None)
    .build();

  let attempt = 0;
  let timer: number | undefined;
  connection.on("counts", show);
  connection.onclose(() => later());

  async function connect(): Promise<void> {
    clearTimeout(timer);
    if (document.hidden || connection.state !== HubConnectionState.Disconnected) return;
    try {
      await connection.start();
      show(await connection.invoke<Counts>("Join", eventId)); // the page may have been drawn a while ago
      attempt = 0;
    } catch {
      // No signal is ordinary on a phone: stop what may have half started and try again.
      await quietly(connection);
      later();
    }
  }

  function later(): void {
    clearTimeout(timer);
    if (!document.hidden) timer = window.setTimeout(() => void connect(), pause(attempt++));
  }

  document.addEventListener("visibilitychange", () => {
    clearTimeout(timer);
    // A glance at another app is short: the line is given up only after half a minute out of sight.
    if (document.hidden) timer = window.setTimeout(() => void quietly(connection), longestPause);
    else {
      attempt = 0;
      void connect();
    }
  });
  addEventListener("online", () => void connect());
  void connect();
}

async function quietly(connection: HubConnection): Promise<void> {
  try {
    await connection.stop();
  } catch {
    // It was not running: that is what was wanted.
  }
}
