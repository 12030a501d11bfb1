using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Security;

namespace TicketWeb.Features.Payments.Stripe;

/// <summary>
/// Takes money through Stripe. The buyer's browser turns what was typed into a confirmation token, and with it an intent is made and confirmed in
/// one call, under our payment's id: there is no intent that waits for a browser, and the answer is the answer.
/// </summary>
internal sealed partial class StripeGateway(
    StripeClient stripe, StripePayouts payouts, Databases databases, PublicLinks links, IOptions<StripeOptions> options, TimeProvider clock, ILogger<StripeGateway> logger) : IPaymentGateway
{
    private const string Intent = "payment_intent";

    private readonly StripeWebhooks _webhooks = new(options.Value, clock);

    public string Provider => StripeClient.Name;

    public string SignatureHeader => "Stripe-Signature";

    /// <summary>The release of the form that belongs to our version of the API; origins as Stripe documents them for security policies.</summary>
    public PaymentForm? Form { get; } = new(
        "https://js.stripe.com/endive/stripe.js", options.Value.PublishableKey, options.Value.CaptureLater,
        string.IsNullOrEmpty(options.Value.ApplePayDomainFile) ? null : Path.GetFullPath(options.Value.ApplePayDomainFile),
        [
            ("script-src", "https://js.stripe.com"), ("script-src", "https://*.js.stripe.com"), ("connect-src", "https://api.stripe.com"),
            ("frame-src", "https://js.stripe.com"), ("frame-src", "https://*.js.stripe.com"), ("frame-src", "https://hooks.stripe.com"), ("payment", "https://js.stripe.com"),
        ]);

    public IPayoutGateway? Payouts => payouts;

    public async Task<GatewayPayment> CreateAsync(PaymentOrder order, CancellationToken cancel)
    {
        var account = await AccountAsync(order.Organization, cancel);
        var outcome = await stripe.PostAsync<StripeIntent>("payment_intents", order.Id.Value.ToString(),
        [
            ("amount", Minor(order.Amount.Minor)),
            ("currency", order.Amount.Currency.Code.ToLowerInvariant()),
            ("description", order.Description),
            ($"metadata[{StripeMarks.Payment}]", order.Id.Value.ToString()),
            // The same choice that the form in the browser offered.
            order.Framed ? ("payment_method_types[0]", "card") : ("automatic_payment_methods[enabled]", "true"),
            ("capture_method", options.Value.CaptureLater ? "manual" : "automatic"),
            ("confirm", "true"),
            ("confirmation_token", order.Method),
            ("return_url", links.To(order.ReturnUrl)),
            ("transfer_data[destination]", account),
            // A fee that the organizer bears may be more than a cheap ticket brings; no more than all of it is kept.
            ("application_fee_amount", account is not null && order.Fee.Minor > 0 ? Minor(Math.Min(order.Fee.Minor, order.Amount.Minor)) : null),
        ], cancel);
        if (outcome.IsDone(out var intent, out var refusal))
            return await TellAsync(intent, cancel);

        var error = ((StripeRefused)refusal).Error;
        // Whatever else was wrong is no business of the buyer's, but certain: nothing was taken.
        if (!error.IsDecline)
            LogRefused(order.Id.Value, error.Type, error.Code, error.Message);
        return new GatewayPayment(error.PaymentIntent?.Id, PaymentState.Declined, Money.Zero(order.Amount.Currency), Sentence(error));
    }

    public async Task<GatewayPayment?> ReadAsync(PaymentId id, CancellationToken cancel) =>
        await FindAsync(id, cancel) is { } intent ? await TellAsync(intent, cancel) : null;

    public async Task<GatewayPayment?> CancelAsync(PaymentId id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } intent)
            return null;
        // What is settled, or on its way at a bank, cannot be cancelled; Stripe may also have settled it since we looked.
        return Tell(intent.Status.StartsWith("requires_", StringComparison.Ordinal) ? await ChangeAsync(intent, "cancel", cancel) : intent);
    }

    public async Task<GatewayRefund> RefundAsync(PaymentId id, RefundId refund, Money amount, bool returnsFee, CancellationToken cancel)
    {
        if (await ReferenceAsync(id, cancel) is not { } reference)
            return new GatewayRefund("There is no such payment to refund.");
        var known = await stripe.GetAsync<StripePaid>($"{Kind(reference)}s/{reference}", cancel);
        if (known.Refusal is StripeRefused { Status: StatusCodes.Status404NotFound })
            return new GatewayRefund("There is no such payment to refund.");
        var paid = known.Value;
        var outcome = await stripe.PostAsync<StripeRefund>("refunds", refund.Value.ToString(),
        [
            (Kind(reference), reference),
            ("amount", Minor(amount.Minor)),
            // What was handed on comes back from where it is; our fee does if whoever refunds says so.
            ("reverse_transfer", paid.HandedOn ? "true" : null),
            ("refund_application_fee", paid.KeptFee && returnsFee ? "true" : null),
            ($"metadata[{StripeMarks.Payment}]", id.Value.ToString()),
            ($"metadata[{StripeMarks.Refund}]", refund.Value.ToString()),
        ], cancel);
        return new GatewayRefund(outcome.IsDone(out var made, out var refusal) ? made.Failure : refusal.Sentence);
    }

    public async Task ReturnFeeAsync(PaymentId id, RefundId mark, Money fee, CancellationToken cancel)
    {
        if (await FeeAsync(id, cancel) is not { } kept)
            return;
        // Stripe forgets keys after a while; the mark stays.
        var path = $"application_fees/{kept.Id}/refunds";
        if ((await stripe.GetAsync<StripeList<StripeFeeRefund>>($"{path}?limit=100", cancel)).Value.Data.Any(r => r.Metadata?.GetValueOrDefault(StripeMarks.Refund) == mark.Value.ToString()))
            return;
        var back = kept.AtMost(fee.Minor);
        if (back < fee.Minor)
            LogFeeIsGone(id.Value, fee.Minor - back, kept.Id);
        if (back > 0 && (await stripe.PostAsync<StripeFeeRefund>(path, $"{mark.Value}-fee", [("amount", Minor(back)), ($"metadata[{StripeMarks.Refund}]", mark.Value.ToString())], cancel)).Refusal is { } refusal)
            throw new InvalidOperationException($"Stripe would not give back {new Money(back, fee.Currency)} of the fee {kept.Id}: {refusal.Sentence}");
    }

    public async Task<IReadOnlyList<MadeRefund>> ReadRefundsAsync(PaymentId id, CancellationToken cancel) => await ReferenceAsync(id, cancel) is { } reference
        ? [.. (await stripe.GetAsync<StripeList<StripeRefund>>($"refunds?{Kind(reference)}={reference}&limit=100", cancel)).Value.Data.Reverse().Select(r => r.Tell())]
        : [];

    public async Task<GatewayDispute?> ReadDisputeAsync(string reference, CancellationToken cancel) =>
        await stripe.GetAsync<StripeDispute>($"disputes/{Uri.EscapeDataString(reference)}?expand[]=charge", cancel) is var known && known.Refusal is StripeRefused { Status: StatusCodes.Status404NotFound }
            ? null
            : known.Value.Tell();

    public Outcome<WebhookNews> Parse(byte[] body, string? signature) => _webhooks.Parse(body, signature);

    /// <summary>Payments from before there were intents are charges.</summary>
    private static string Kind(string reference) => reference.StartsWith("pi_", StringComparison.Ordinal) ? Intent : "charge";

    /// <summary>By Stripe's id where we heard it; if the answer was lost, by ours.</summary>
    private async Task<StripeIntent?> FindAsync(PaymentId id, CancellationToken cancel)
    {
        if (await ReferenceAsync(id, cancel) is { } reference)
            return await stripe.GetAsync<StripeIntent>($"payment_intents/{reference}", cancel) is var known && known.Refusal is StripeRefused { Status: StatusCodes.Status404NotFound }
                ? null
                : known.Value;
        var query = Uri.EscapeDataString($"metadata['{StripeMarks.Payment}']:'{id.Value}'");
        return (await stripe.GetAsync<StripeList<StripeIntent>>($"payment_intents/search?query={query}", cancel)).Value.Data is [var found, ..] ? found : null;
    }

    /// <summary>What we kept of a payment; null where we kept nothing, or all of it.</summary>
    private async Task<StripeFee?> FeeAsync(PaymentId id, CancellationToken cancel)
    {
        if (await ReferenceAsync(id, cancel) is not { } reference)
            return null;
        var paid = (await stripe.GetAsync<StripePaid>($"{Kind(reference)}s/{reference}", cancel)).Value;
        if (paid.LatestCharge is { } charge)
            paid = (await stripe.GetAsync<StripePaid>($"charges/{charge}", cancel)).Value;
        return paid.ApplicationFee is { } fee ? (await stripe.GetAsync<StripeFee>($"application_fees/{fee}", cancel)).Value : null;
    }

    private async Task<string?> ReferenceAsync(PaymentId id, CancellationToken cancel)
    {
        await using var db = databases.Service();
        return await db.Set<Payment>().Where(p => p.Id == id).Select(p => p.Reference).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Where the organization's share goes; null while its account takes nothing yet, and the money stays with the installation.</summary>
    private async Task<string?> AccountAsync(OrganizationId organization, CancellationToken cancel)
    {
        await using var db = databases.Service();
        return await db.Set<PayoutAccount>().Where(a => a.OrganizationId == organization && a.Provider == StripeClient.Name && a.TakesPayments).Select(a => a.Reference).SingleOrDefaultAsync(cancel);
    }

    private async Task<GatewayPayment> TellAsync(StripeIntent intent, CancellationToken cancel) =>
        Tell(intent.Status == "requires_capture" ? await ChangeAsync(intent, "capture", cancel) : intent);

    /// <summary>Changes an intent, or finds that somebody was faster; either way, how it stands now.</summary>
    private async Task<StripeIntent> ChangeAsync(StripeIntent intent, string how, CancellationToken cancel) =>
        (await stripe.PostAsync<StripeIntent>($"payment_intents/{intent.Id}/{how}", Guid.NewGuid().ToString(), [], cancel)).IsDone(out var changed, out _)
            ? changed
            : (await stripe.GetAsync<StripeIntent>($"payment_intents/{intent.Id}", cancel)).Value;

    private static GatewayPayment Tell(StripeIntent intent)
    {
        var state = intent.Status switch
        {
            "succeeded" => PaymentState.Succeeded,
            "processing" => PaymentState.Processing,
            "requires_action" => PaymentState.NeedsAction,
            "canceled" => PaymentState.Cancelled,
            "requires_payment_method" => PaymentState.Declined,
            // Set aside at the bank, and not taken yet.
            "requires_capture" => PaymentState.Processing,
            var other => throw new InvalidOperationException($"Stripe says {other} of {intent.Id}."),
        };
        return new GatewayPayment(
            intent.Id,
            state,
            new Money(intent.AmountReceived, Currency.Of(intent.Currency.ToUpperInvariant())),
            state == PaymentState.Declined ? Sentence(intent.LastPaymentError) : null,
            ClientSecret: state == PaymentState.NeedsAction ? intent.ClientSecret : null);
    }

    private static string Sentence(StripeError? error) =>
        error is { IsDecline: true, Message: { Length: > 0 } words } ? words : "The payment could not be made.";

    private static string Minor(long amount) => amount.ToString(CultureInfo.InvariantCulture);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Of payment {PaymentId}, {Missing} (minor units) of our fee are to go back and are not there any more: {Fee} was refunded at Stripe")]
    private partial void LogFeeIsGone(Guid paymentId, long missing, string fee);

    [LoggerMessage(Level = LogLevel.Error, Message = "Stripe would not take payment {PaymentId}: {Type} {Code}: {Words}")]
    private partial void LogRefused(Guid paymentId, string? type, string? code, string? words);
}
