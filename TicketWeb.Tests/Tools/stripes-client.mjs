// Stripe's own client, for each line of JSON on standard input. { sign: { payload, secret, timestamp? } } prints a webhook's header, as Stripe
// signs it. Whoever sits at Stripe's own dashboard makes a refund ({ port, key, refund: its parameters }) or cancels one ({ port, key, cancel: its
// id }): the refund's id is printed, or why not. It ends with its standard input.
import { createInterface } from "node:readline";
import Stripe from "stripe";

const signer = new Stripe("sk_test_signer");
for await (const line of createInterface({ input: process.stdin })) {
  const { sign, port, key, refund, cancel } = JSON.parse(line, (_, value) => value ?? undefined);
  if (sign) {
    console.log(signer.webhooks.generateTestHeaderString(sign));
    continue;
  }
  const { refunds } = new Stripe(key, { host: "127.0.0.1", port, protocol: "http", maxNetworkRetries: 0 });
  console.log(await (refund ? refunds.create(refund) : refunds.cancel(cancel)).then(({ id }) => id, ({ message }) => message));
}
process.exit(0);
