// Stands for somebody at Stripe's own dashboard: for each line of JSON on standard input, Stripe's own client makes a refund ({ refund: its
// parameters }) or cancels one ({ cancel: its id }), and the refund's id is printed, or why not. It ends with its standard input. Arguments: port, key.
import { createInterface } from "node:readline";
import Stripe from "stripe";

const [, , port, key] = process.argv;
const stripe = new Stripe(key, { host: "127.0.0.1", port: Number(port), protocol: "http", maxNetworkRetries: 0 });
for await (const line of createInterface({ input: process.stdin })) {
  const { refund, cancel } = JSON.parse(line, (_, value) => value ?? undefined);
  console.log(await (refund ? stripe.refunds.create(refund) : stripe.refunds.cancel(cancel)).then(({ id }) => id, ({ message }) => message));
}
process.exit(0);
