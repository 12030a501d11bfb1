/** What the door's server said, or that it could not be asked. */
export type Reply<T> =
  | { kind: "done"; value: T }
  /** A no that asking again will not change. */
  | { kind: "refused"; sentence: string }
  /** The device's token is no longer good. */
  | { kind: "signed-out" }
  /** No signal, a café's sign-in page in between, a server that is restarting: try again later. */
  | { kind: "unreachable" };

export interface Pairing { token: string; device: string }
export interface Occasion { event: string; gate: string; when: string; inside: number; expected: number; device: string }
export interface Scan { id: string; code: string; scannedAt: string }
export type Tone = "admit" | "already" | "refuse";
export interface Verdict { tone: Tone; word: string; holder: string; type: string; detail: string; inside: number; expected: number }

const patience = { person: 3_000, background: 15_000 };

export function pair(code: string, name: string): Promise<Reply<Pairing>> {
  return ask("pair", patience.background, post({ code, name }), json => text(json.token) ? { token: text(json.token), device: text(json.device) } : null);
}

export function occasion(token: string): Promise<Reply<Occasion>> {
  return ask("event", patience.background, { headers: bearer(token) }, json => typeof json.event === "string"
    ? { event: json.event, gate: text(json.gate), when: text(json.when), device: text(json.device), inside: count(json.inside), expected: count(json.expected) }
    : null);
}

/** `waiting` is true while a person stands at the door for the answer. */
export function scan(token: string, scan: Scan, waiting: boolean): Promise<Reply<Verdict>> {
  // By the same clock as the scan itself: the difference is how long it waited, even where the phone's clock is wrong.
  const request = post({ ...scan, sentAt: new Date().toISOString() });
  return ask("scans", waiting ? patience.person : patience.background, { ...request, headers: { ...request.headers, ...bearer(token) } }, json =>
    json.tone === "admit" || json.tone === "already" || json.tone === "refuse"
      ? { tone: json.tone, word: text(json.word), holder: text(json.holder), type: text(json.type), detail: text(json.detail), inside: count(json.inside), expected: count(json.expected) }
      : null);
}

type Json = Record<string, unknown>;

async function ask<T>(path: string, wait: number, request: RequestInit, read: (json: Json) => T | null): Promise<Reply<T>> {
  let status: number;
  let json: Json;
  try {
    const response = await fetch(`/door/api/${path}`, { ...request, cache: "no-store", credentials: "omit", signal: AbortSignal.timeout(wait) });
    status = response.status;
    json = await response.json().then(asObject, () => ({}));
  } catch {
    return { kind: "unreachable" };
  }

  if (status === 401)
    return { kind: "signed-out" };
  if (status >= 400 && status < 500 && ![408, 425, 429].includes(status))
    return { kind: "refused", sentence: text(json.detail) || text(json.title) || "The server would not take it." };
  const value = status === 200 ? read(json) : null;
  return value === null ? { kind: "unreachable" } : { kind: "done", value };
}

function post(body: object): { method: string; headers: Record<string, string>; body: string } {
  return { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}

function bearer(token: string): Record<string, string> {
  return { Authorization: `Bearer ${token}` };
}

function asObject(json: unknown): Json {
  return typeof json === "object" && json !== null ? json as Json : {};
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function count(value: unknown): number {
  return typeof value === "number" ? value : 0;
}
