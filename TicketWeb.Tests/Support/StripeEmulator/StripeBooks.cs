using System.Globalization;
using System.Text.Json.Nodes;

namespace TicketWeb.Tests.Support.StripeEmulator;

/// <summary>The emulator's objects and what may happen to them. Used by one request at a time.</summary>
internal sealed class StripeBooks
{
    /// <summary>In these Stripe wants the last of three digits to be 0, in whatever is asked for.</summary>
    private static readonly string[] ThreeDecimals = ["bhd", "jod", "kwd", "omr", "tnd"];

    private readonly Dictionary<string, JsonObject> _objects = [];
    private int _last;

    /// <summary>Everything that happened, as webhooks tell it.</summary>
    public List<JsonObject> Events { get; } = [];

    public JsonObject? Find(string id) => _objects.GetValueOrDefault(id);

    public StripeAnswer Answer(StripeRequest request) =>
        ThreeDecimals.Contains(CurrencyOf(request)) && (Amount(request) % 10 != 0 || Amount(request["application_fee_amount"]) % 10 != 0)
            ? StripeAnswer.Wrong("Invalid amount: in currencies with three decimals the last digit has to be 0.")
            : Done(request);

    /// <summary>What Stripe's form makes in a browser of what was typed there.</summary>
    public JsonObject Token(string method, string? returnUrl) => Keep("confirmation_token", "ctoken", new JsonObject
    {
        ["payment_method"] = method,
        ["return_url"] = returnUrl,
        ["payment_intent"] = null,
        ["use_stripe_sdk"] = true,
    });

    /// <summary>The bank's answer to a payment that waits for its buyer, or that was processing.</summary>
    public void Decide(JsonObject intent, bool approved)
    {
        if (approved)
            Authorize(intent);
        else
            Decline(intent, intent.Text("status") == "processing" ? "The bank sent the payment back." : "We are unable to authenticate your payment method.");
    }

    /// <summary>A bank sends a refund back.</summary>
    public void FailRefund(JsonObject refund)
    {
        TakeBack(refund);
        Happen("refund.failed", refund.With("status", "failed").With("failure_reason", "lost_or_stolen_card"));
    }

    /// <summary>A buyer tells their bank that a charge was not right: what they paid is taken back, and fifteen of the currency for the trouble.</summary>
    public void Dispute(JsonObject charge)
    {
        var dispute = Keep("dispute", "dp", new JsonObject
        {
            ["charge"] = charge.Text("id"),
            ["payment_intent"] = charge["payment_intent"]?.DeepClone(),
            ["amount"] = charge.Number("amount"),
            ["currency"] = charge.Text("currency"),
            ["reason"] = "product_not_received",
            ["status"] = "needs_response",
            ["evidence_details"] = new JsonObject { ["due_by"] = DateTimeOffset.UtcNow.AddDays(7).ToUnixTimeSeconds() },
            ["balance_transactions"] = new JsonArray(),
            ["metadata"] = new JsonObject(),
        });
        Move(dispute, -charge.Number("amount"), 15_00);
        Happen("charge.dispute.created", dispute);
        Happen("charge.dispute.funds_withdrawn", dispute);
    }

    /// <summary>The bank decides; what a seller wins comes back, and the fee with it.</summary>
    public void CloseDispute(JsonObject dispute, bool won)
    {
        dispute.With("status", won ? "won" : "lost");
        if (won)
        {
            Move(dispute, dispute.Number("amount"), -15_00);
            Happen("charge.dispute.funds_reinstated", dispute);
        }

        Happen("charge.dispute.closed", dispute);
    }

    /// <summary>An account has told Stripe what it wants to know.</summary>
    public void Complete(JsonObject account) =>
        Happen("account.updated", account.With("details_submitted", true).With("charges_enabled", true).With("payouts_enabled", true));

    private StripeAnswer Done(StripeRequest request) => request.Call.Split(' ', '/') switch
    {
        ["POST", "test_helpers", "confirmation_tokens"] or ["POST", "confirmation_tokens"] => StripeAnswer.Done(Token(request["payment_method"] ?? "", request["return_url"])),
        ["POST", "payment_intents"] => Create(request),
        ["GET", "payment_intents", "search"] => StripeAnswer.Page("/v1/payment_intents/search", Search(request)),
        ["GET", "payment_intents"] => StripeAnswer.Page("/v1/payment_intents", Of("payment_intent")),
        ["POST", "payment_intents", var id, var how] => With("payment_intent", id, intent => Change(intent, how, request)),
        ["POST", "charges"] => StripeAnswer.Done(Charge(request, Amount(request), null, [])),
        ["POST", "refunds"] => Refund(request),
        ["POST", "refunds", var id, "cancel"] => With("refund", id, CancelRefund),
        ["GET", "refunds"] => StripeAnswer.Page("/v1/refunds", Of("refund").Where(r =>
            (request["payment_intent"] is not { } intent || r.Text("payment_intent") == intent) && (request["charge"] is not { } charge || r.Text("charge") == charge))),
        ["GET", "disputes", var id] => With("dispute", id, dispute => StripeAnswer.Done(Expanded(dispute, request))),
        ["POST", "accounts"] => StripeAnswer.Done(Account(request)),
        ["POST", "account_links"] => StripeAnswer.Done(new JsonObject { ["object"] = "account_link", ["url"] = $"https://connect.stripe.com/setup/e/{request["account"]}" }),
        ["POST", "accounts", var id, "login_links"] => With("account", id, account => account["details_submitted"]!.GetValue<bool>()
            ? StripeAnswer.Done(new JsonObject { ["object"] = "login_link", ["url"] = $"https://connect.stripe.com/express/{id}" })
            : StripeAnswer.Wrong("Cannot create a login link for an account that has not completed onboarding.")),
        ["POST", "application_fees", var id, "refunds"] => With("application_fee", id, fee => ReturnFee(fee, request)),
        ["GET", "application_fees", var id, "refunds"] => StripeAnswer.Page($"/v1/application_fees/{id}/refunds", Of("fee_refund").Where(r => r.Text("fee") == id)),
        ["GET", "payment_intents" or "charges" or "refunds" or "accounts" or "application_fees", var id] => With(id, id, StripeAnswer.Done),
        _ => StripeAnswer.Error(404, "invalid_request_error", null, $"Unrecognized request URL ({request.Call})."),
    };

    private StripeAnswer Create(StripeRequest request)
    {
        if (Amount(request) <= 0 || request["currency"] is null)
            return StripeAnswer.Wrong("Missing required param: amount or currency.", "parameter_missing");
        if (Amount(request["application_fee_amount"]) > Amount(request))
            return StripeAnswer.Wrong("The application fee cannot be greater than the amount.");
        if (request["confirm"] == "true" && Method(request) is null)
            return StripeAnswer.Wrong("This PaymentIntent cannot be confirmed: it has no payment method, or its confirmation token has been used.");
        var intent = Keep("payment_intent", "pi", new JsonObject
        {
            ["amount"] = Amount(request),
            ["amount_received"] = 0L,
            ["amount_capturable"] = 0L,
            ["currency"] = request["currency"],
            ["description"] = request["description"],
            ["capture_method"] = request["capture_method"] ?? "automatic",
            ["application_fee_amount"] = request["application_fee_amount"] is { } fee ? Amount(fee) : null,
            ["transfer_data"] = request["transfer_data[destination]"] is { } destination ? new JsonObject { ["destination"] = destination } : null,
            ["on_behalf_of"] = request["on_behalf_of"],
            ["status"] = "requires_payment_method",
            ["latest_charge"] = null,
            ["last_payment_error"] = null,
            ["next_action"] = null,
            ["metadata"] = request.Metadata(),
        });
        intent["client_secret"] = $"{intent.Text("id")}_secret_{Guid.NewGuid():N}";
        Happen("payment_intent.created", intent);
        return request["confirm"] == "true" ? Confirm(intent, request) : StripeAnswer.Done(intent);
    }

    private StripeAnswer Change(JsonObject intent, string how, StripeRequest request) => (how, intent.Text("status")) switch
    {
        ("confirm", "requires_payment_method" or "requires_confirmation") => Method(request) is null ? StripeAnswer.Wrong("There is no payment method.") : Confirm(intent, request),
        ("capture", "requires_capture") => Capture(intent),
        ("cancel", "requires_payment_method" or "requires_confirmation" or "requires_action" or "requires_capture") => Cancel(intent),
        (_, var status) => StripeAnswer.Wrong($"You cannot {how} this PaymentIntent because it has a status of {status}.", "payment_intent_unexpected_state"),
    };

    private StripeAnswer Confirm(JsonObject intent, StripeRequest request)
    {
        var method = Method(request)!;
        if (request["confirmation_token"] is { } token)
            Find(token)!["payment_intent"] = intent.Text("id");
        intent.With("payment_method", method).With("last_payment_error", null);
        switch (method)
        {
            case StripeCards.Declines:
                Decline(intent, "Your card was declined.");
                return StripeAnswer.Declined(intent);
            case StripeCards.AsksTheBuyer:
                Happen("payment_intent.requires_action", intent.With("status", "requires_action").With("next_action", new JsonObject { ["type"] = "use_stripe_sdk" }));
                return StripeAnswer.Done(intent);
            case StripeCards.SucceedsLate:
                Happen("payment_intent.processing", intent.With("status", "processing"));
                return StripeAnswer.Done(intent);
            default:
                Authorize(intent);
                return StripeAnswer.Done(intent);
        }
    }

    private void Authorize(JsonObject intent)
    {
        intent.With("next_action", null);
        if (intent.Text("capture_method") == "manual")
            Happen("payment_intent.amount_capturable_updated", intent.With("status", "requires_capture").With("amount_capturable", intent.Number("amount")));
        else
            Capture(intent);
    }

    private StripeAnswer Capture(JsonObject intent)
    {
        var charge = Charge(null, intent.Number("amount"), intent, intent["metadata"]!.DeepClone().AsObject());
        Happen("payment_intent.succeeded", intent.With("status", "succeeded").With("amount_received", intent.Number("amount")).With("amount_capturable", 0L).With("latest_charge", charge.Text("id")));
        return StripeAnswer.Done(intent);
    }

    private StripeAnswer Cancel(JsonObject intent)
    {
        Happen("payment_intent.canceled", intent.With("status", "canceled").With("amount_capturable", 0L).With("next_action", null));
        return StripeAnswer.Done(intent);
    }

    private void Decline(JsonObject intent, string words) => Happen("payment_intent.payment_failed", intent
        .With("status", "requires_payment_method").With("next_action", null)
        .With("last_payment_error", new JsonObject { ["type"] = "card_error", ["code"] = "card_declined", ["decline_code"] = "generic_decline", ["message"] = words }));

    private JsonObject Charge(StripeRequest? request, long amount, JsonObject? intent, JsonObject metadata)
    {
        var charge = Keep("charge", "ch", new JsonObject
        {
            ["amount"] = amount,
            ["amount_captured"] = amount,
            ["amount_refunded"] = 0L,
            ["currency"] = request?["currency"] ?? intent?.Text("currency"),
            ["paid"] = true,
            ["captured"] = true,
            ["refunded"] = false,
            ["status"] = "succeeded",
            ["payment_intent"] = intent?.Text("id"),
            ["payment_method"] = intent?.Text("payment_method") ?? request?["source"],
            ["transfer_data"] = intent?["transfer_data"]?.DeepClone(),
            ["application_fee_amount"] = intent?["application_fee_amount"]?.DeepClone(),
            ["metadata"] = request is null ? metadata : request.Metadata(),
        });
        if (intent?["application_fee_amount"]?.GetValue<long>() is { } fee)
            charge["application_fee"] = Keep("application_fee", "fee", new JsonObject { ["amount"] = fee, ["amount_refunded"] = 0L, ["currency"] = charge.Text("currency"), ["charge"] = charge.Text("id") }).Text("id");
        Happen("charge.succeeded", charge);
        return charge;
    }

    private StripeAnswer Refund(StripeRequest request)
    {
        var id = request["charge"] ?? Find(request["payment_intent"] ?? "")?.Text("latest_charge") ?? "";
        if (Find(id) is not { } charge)
            return StripeAnswer.Missing("charge", id);
        var left = charge.Number("amount") - charge.Number("amount_refunded");
        var amount = request["amount"] is { } asked ? Amount(asked) : left;
        if (amount <= 0 || amount > left)
            return StripeAnswer.Wrong($"Refund amount ({amount}) is greater than unrefunded amount on charge ({left}).", left == 0 ? "charge_already_refunded" : null);
        var fee = Find(charge.Text("application_fee"));
        if (request["refund_application_fee"] == "true" && fee is null)
            return StripeAnswer.Wrong("You cannot refund an application fee of a charge that has none.");
        if (request["reverse_transfer"] == "true" && charge["transfer_data"] is null)
            return StripeAnswer.Wrong("Cannot reverse transfer on charge: it has no associated transfer.");

        charge.With("amount_refunded", charge.Number("amount_refunded") + amount).With("refunded", amount == left);
        if (request["refund_application_fee"] == "true")
            fee!["amount_refunded"] = fee.Number("amount_refunded") + (fee.Number("amount") * amount / charge.Number("amount"));
        var refund = Keep("refund", "re", new JsonObject
        {
            ["amount"] = amount,
            ["currency"] = charge.Text("currency"),
            ["charge"] = id,
            ["payment_intent"] = charge["payment_intent"]?.DeepClone(),
            ["status"] = charge.Text("payment_method") == StripeCards.RefundFails ? "pending" : "succeeded",
            ["transfer_reversal"] = request["reverse_transfer"] == "true" ? $"trr_{id}" : null,
            ["metadata"] = request.Metadata(),
        });
        Happen("refund.created", refund);
        Happen("charge.refunded", charge);
        return StripeAnswer.Done(refund);
    }

    /// <summary>So much of a fee goes from whoever took it to the account that it was taken from.</summary>
    private StripeAnswer ReturnFee(JsonObject fee, StripeRequest request)
    {
        var left = fee.Number("amount") - fee.Number("amount_refunded");
        var amount = request["amount"] is { } asked ? Amount(asked) : left;
        if (amount <= 0 || amount > left)
            return StripeAnswer.Wrong($"Refund amount ({amount}) is greater than unrefunded amount on fee ({left}).");
        fee.With("amount_refunded", fee.Number("amount_refunded") + amount);
        var back = Keep("fee_refund", "fr", new JsonObject { ["amount"] = amount, ["currency"] = fee.Text("currency"), ["fee"] = fee.Text("id"), ["metadata"] = request.Metadata() });
        Happen("application_fee.refunded", fee);
        return StripeAnswer.Done(back);
    }

    private StripeAnswer CancelRefund(JsonObject refund)
    {
        if (refund.Text("status") != "pending")
            return StripeAnswer.Wrong($"A refund that is {refund.Text("status")} cannot be canceled.");
        TakeBack(refund);
        Happen("refund.updated", refund.With("status", "canceled"));
        return StripeAnswer.Done(refund);
    }

    /// <summary>What does not arrive is the charge's again.</summary>
    private void TakeBack(JsonObject refund)
    {
        var charge = Find(refund.Text("charge"))!;
        charge.With("amount_refunded", charge.Number("amount_refunded") - refund.Number("amount")).With("refunded", false);
    }

    /// <summary>As the request says, or what it is about.</summary>
    private string CurrencyOf(StripeRequest request) => request["currency"] ?? Find(request["payment_intent"] ?? request["charge"] ?? request.Call.Split('/').ElementAtOrDefault(1) ?? "")?.Text("currency") ?? "";

    private static void Move(JsonObject dispute, long amount, long fee) => dispute["balance_transactions"]!.AsArray().Add(new JsonObject
    {
        ["object"] = "balance_transaction",
        ["amount"] = amount,
        ["fee"] = fee,
        ["net"] = amount - fee,
        ["currency"] = dispute.Text("currency"),
    });

    private JsonObject Expanded(JsonObject dispute, StripeRequest request)
    {
        var told = dispute.DeepClone().AsObject();
        if (request["expand[]"] == "charge")
            told["charge"] = Find(dispute.Text("charge"))!.DeepClone();
        return told;
    }

    private JsonObject Account(StripeRequest request) => Keep("account", "acct", new JsonObject
    {
        ["email"] = request["email"],
        ["country"] = request["country"],
        ["charges_enabled"] = false,
        ["payouts_enabled"] = false,
        ["details_submitted"] = false,
        ["metadata"] = request.Metadata(),
    });

    /// <summary>The payment method that a request confirms with; null without one, or with a token that has served.</summary>
    private string? Method(StripeRequest request) => request["payment_method"]
        ?? (Find(request["confirmation_token"] ?? "") is { } token && token["payment_intent"] is null ? token.Text("payment_method") : null);

    /// <summary>Of Stripe's search language, the one sentence <c>metadata['name']:'value'</c>.</summary>
    private IEnumerable<JsonObject> Search(StripeRequest request) =>
        (request["query"] ?? "").Split('\'') is ["metadata[", var name, "]:", var value, ""]
            ? Of("payment_intent").Where(i => i["metadata"]!.AsObject().Text(name) == value)
            : [];

    private IEnumerable<JsonObject> Of(string kind) => _objects.Values.Where(o => o.Text("object") == kind).Reverse();

    private StripeAnswer With(string kind, string id, Func<JsonObject, StripeAnswer> act) => Find(id) is { } found ? act(found) : StripeAnswer.Missing(kind, id);

    private JsonObject Keep(string kind, string prefix, JsonObject made)
    {
        var id = $"{prefix}_{++_last:D14}";
        made.With("id", id).With("object", kind).With("created", DateTimeOffset.UtcNow.ToUnixTimeSeconds()).With("livemode", false);
        return _objects[id] = made;
    }

    private void Happen(string type, JsonObject about) => Events.Add(new JsonObject
    {
        ["id"] = $"evt_{++_last:D14}",
        ["object"] = "event",
        ["type"] = type,
        ["created"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
        ["data"] = new JsonObject { ["object"] = about.DeepClone() },
    });

    private static long Amount(StripeRequest request) => Amount(request["amount"]);

    private static long Amount(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) ? amount : 0;
}
