using System.Text;
using System.Text.Json;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments.Stripe;

/// <summary>Reads Stripe's webhooks: which of our payments, refunds and disputes they are about, and nothing of how those stand.</summary>
internal sealed class StripeWebhooks(StripeOptions options, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly byte[][] _secrets = [.. options.WebhookSecrets.Select(Encoding.UTF8.GetBytes)];

    public Outcome<WebhookNews> Parse(byte[] body, string? signature)
    {
        if (WebhookSignature.Check(body, signature, _secrets, clock.GetUtcNow()) is { } refusal)
            return refusal;
        try
        {
            return JsonSerializer.Deserialize<StripeEvent>(body, Json) is { Id: { Length: > 0 } id, Type: { Length: > 0 } type, Data.Object: { } about }
                ? Read(id, type, about)
                : new BadWebhook("The body is no event.");
        }
        catch (JsonException)
        {
            return new BadWebhook("The body is not JSON of the expected form.");
        }
    }

    private static WebhookNews Read(string id, string type, StripeEvent.Subject about)
    {
        var payment = Marked<PaymentId>(about, StripeMarks.Payment);
        var refund = Marked<RefundId>(about, StripeMarks.Refund);
        return type.Split('.') switch
        {
            ["payment_intent", ..] => new WebhookNews(id, payment),
            ["charge", "refunded"] => new WebhookNews(id, payment) { RefundOf = Names(about.PaymentIntent, about.Id) },
            ["account", "updated"] => new WebhookNews(id, Account: about.Id),
            ["refund", ..] => new WebhookNews(id, payment, refund) { RefundOf = Names(about.PaymentIntent, Name(about.Charge)) },
            ["charge", "dispute", ..] => new WebhookNews(id, Dispute: about.Id),
            _ => new WebhookNews(id),
        };
    }

    /// <summary>A payment is known by its intent, or by its charge if it is from before there were intents.</summary>
    private static IReadOnlyList<string> Names(JsonElement intent, string? charge) => [.. new[] { Name(intent), charge }.OfType<string>()];

    private static string? Name(JsonElement field) => field.ValueKind == JsonValueKind.String ? field.GetString() : null;

    private static T? Marked<T>(StripeEvent.Subject about, string mark) where T : struct, IId<T> => Id.Parse<T>(about.Metadata?.GetValueOrDefault(mark));
}
