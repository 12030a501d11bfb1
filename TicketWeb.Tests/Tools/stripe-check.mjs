// Drives a server as Stripe's own client drives Stripe, and prints as one line of JSON what came of it: what the emulator answers has to be
// what this client understands. Arguments: port, key.
import Stripe from "stripe";

const [, , port, key] = process.argv;
const at = { host: "127.0.0.1", port: Number(port), protocol: "http", maxNetworkRetries: 0 };
const stripe = new Stripe(key, at);
const failing = call => call.then(() => null, ({ type, code, statusCode, message }) => ({ type, code, statusCode, message }));
const pay = (method, more, options) => stripe.paymentIntents.create(
  { amount: 5400, currency: "gbp", confirm: true, automatic_payment_methods: { enabled: true }, payment_method: method, return_url: "https://tickets.example/back", ...more }, options);
const found = {};

const paid = await pay("pm_card_visa", { metadata: { payment: "a" } });
found.paid = { status: paid.status, received: paid.amount_received, secret: paid.client_secret.startsWith(`${paid.id}_secret_`), payment: paid.metadata.payment };
found.charge = await stripe.charges.retrieve(paid.latest_charge).then(({ object, amount, payment_intent }) => ({ object, amount, ours: payment_intent === paid.id }));

const token = await stripe.testHelpers.confirmationTokens.create({ payment_method: "pm_card_visa" });
const byToken = () => stripe.paymentIntents.create({ amount: 100, currency: "gbp", confirm: true, confirmation_token: token.id, automatic_payment_methods: { enabled: true } });
found.token = [token.object, (await byToken()).status, (await failing(byToken()))?.type];

found.declined = await failing(pay("pm_card_visa_chargeDeclined"));
found.asked = await pay("pm_card_threeDSecure2Required").then(intent => [intent.status, intent.next_action.type]);
found.late = (await pay("pm_usBankAccount_success")).status;

const held = await pay("pm_card_visa", { capture_method: "manual" });
found.held = [held.status, held.amount_capturable, (await stripe.paymentIntents.capture(held.id)).status];
const given = await pay("pm_card_visa", { capture_method: "manual" });
found.cancelled = [(await stripe.paymentIntents.cancel(given.id)).status, (await failing(stripe.paymentIntents.cancel(given.id)))?.code];

const twice = [await pay("pm_card_visa", {}, { idempotencyKey: "same" }), await pay("pm_card_visa", {}, { idempotencyKey: "same" })];
found.once = twice[0].id === twice[1].id;
found.otherWords = (await failing(pay("pm_card_visa", { amount: 1 }, { idempotencyKey: "same" })))?.type;

const refund = await stripe.refunds.create({ payment_intent: paid.id, amount: 1400, metadata: { refund: "b" } });
found.refund = { status: refund.status, amount: refund.amount, of: refund.payment_intent === paid.id };
found.tooMuch = (await failing(stripe.refunds.create({ payment_intent: paid.id, amount: 5000 })))?.statusCode;
found.refunds = (await stripe.refunds.list({ payment_intent: paid.id })).data.map(({ amount, metadata }) => [amount, metadata.refund]);
const pending = await stripe.refunds.create({ payment_intent: (await pay("pm_card_refundFail")).id, amount: 1400 });
const ended = await stripe.refunds.cancel(pending.id);
found.ended = [pending.status, ended.status, (await stripe.charges.retrieve(pending.charge)).amount_refunded, (await failing(stripe.refunds.cancel(refund.id)))?.statusCode];
const legacy = await stripe.charges.create({ amount: 900, currency: "gbp", source: "tok_visa" });
found.legacy = [legacy.status, (await stripe.refunds.create({ charge: legacy.id })).amount, (await stripe.charges.retrieve(legacy.id)).refunded];

const dinars = await pay("pm_card_visa", { currency: "kwd", amount: 5410 });
const refused = [
  await failing(pay("pm_card_visa", { currency: "kwd", amount: 5405 })), await failing(stripe.refunds.create({ payment_intent: dinars.id, amount: 15 })),
].map(error => error?.type);
found.dinars = [dinars.status, (await stripe.refunds.create({ payment_intent: dinars.id, amount: 20 })).status, ...refused];

const account = await stripe.accounts.create({ email: "hall@lantern.example", metadata: { organization: "c" } });
const link = await stripe.accountLinks.create({ account: account.id, type: "account_onboarding", refresh_url: "https://tickets.example/again", return_url: "https://tickets.example/back" });
found.account = [account.object, account.charges_enabled, link.object, new URL(link.url).protocol, (await failing(stripe.accounts.createLoginLink(account.id)))?.type];
const shared = await pay("pm_card_visa", { application_fee_amount: 400, transfer_data: { destination: account.id } });
const fee = async () => stripe.applicationFees.retrieve((await stripe.charges.retrieve(shared.latest_charge)).application_fee);
await stripe.refunds.create({ payment_intent: shared.id, amount: 2700, reverse_transfer: true });
const before = (await fee()).amount_refunded;
await stripe.refunds.create({ payment_intent: shared.id, amount: 2700, reverse_transfer: true, refund_application_fee: true });
found.fee = [(await fee()).amount, before, (await fee()).amount_refunded];
const { id: feeId } = await fee();
const returned = await stripe.applicationFees.createRefund(feeId, { amount: 50, metadata: { refund: "d" } });
found.returned = [
  returned.object, returned.amount, returned.fee === feeId, (await fee()).amount_refunded,
  (await stripe.applicationFees.listRefunds(feeId)).data.map(({ amount, metadata }) => [amount, metadata.refund]),
  (await failing(stripe.applicationFees.createRefund(feeId, { amount: 151 })))?.type,
];

found.search = (await stripe.paymentIntents.search({ query: "metadata['payment']:'a'" })).data.map(({ id }) => id === paid.id);
found.missing = await failing(stripe.paymentIntents.retrieve("pi_nobody"));
found.stranger = (await failing(new Stripe("sk_test_stranger", at).paymentIntents.list()))?.type;
console.log(JSON.stringify(found));
