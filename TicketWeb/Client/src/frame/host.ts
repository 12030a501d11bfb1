import { isMessage, type FrameSays, type HostSays } from "../embed/messages";

/** The origin of the page that framed us; null when there is none. The browser's word counts before the frame's name. */
export const host: string | null = window.parent === window ? null : (location.ancestorOrigins?.[0] ?? named());

export function say(type: FrameSays, detail: object = {}): void {
  if (host) window.parent.postMessage({ tw: 1, type, ...detail }, host);
}

export function whenHostSays(type: HostSays, act: (detail: Record<string, unknown>) => void): void {
  addEventListener("message", event => {
    if (event.source === window.parent && event.origin === host && isMessage(event.data) && event.data.type === type) act(event.data);
  });
}

function named(): string | null {
  try {
    const name = JSON.parse(window.name) as { tw?: number; host?: string };
    return name.tw === 1 && typeof name.host === "string" ? new URL(name.host).origin : null;
  } catch {
    return null; // framed by something that is not our loader
  }
}
