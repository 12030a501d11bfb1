/** What frame and host say to each other: always with the version, so that an old loader and a new frame can tell. */
export interface Message {
  tw: 1;
  type: FrameSays | HostSays;
  [detail: string]: unknown;
}

/** What a host page hears, as `ticketweb:<type>` events. */
export const forwarded = ["ready", "resize", "view_item", "add_to_cart", "begin_checkout", "add_payment_info", "purchase", "expired", "error", "close"] as const;

export type FrameSays = (typeof forwarded)[number] | "keep" | "paying";
export type HostSays = "kept" | "closing";

export const isMessage = (data: unknown): data is Message =>
  typeof data === "object" && data !== null && (data as Message).tw === 1 && typeof (data as Message).type === "string";
