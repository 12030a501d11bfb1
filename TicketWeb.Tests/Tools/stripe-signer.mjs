// Signs webhooks as Stripe does, by their own client: for each line of JSON on standard input { payload, secret, timestamp? } prints the
// header. It ends with its standard input.
import { createInterface } from "node:readline";
import Stripe from "stripe";

const stripe = new Stripe("sk_test_signer");
for await (const line of createInterface({ input: process.stdin })) console.log(stripe.webhooks.generateTestHeaderString(JSON.parse(line)));
process.exit(0);
