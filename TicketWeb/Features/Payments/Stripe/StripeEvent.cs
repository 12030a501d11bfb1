using System.Text.Json;

namespace TicketWeb.Features.Payments.Stripe;

/// <summary>A webhook's body, as far as we look at it.</summary>
internal sealed record StripeEvent(string? Id, string? Type, StripeEvent.Content? Data)
{
    internal sealed record Content(Subject? Object);

    /// <summary>Whatever the event is about: of each kind of object we look at its names only.</summary>
    /// <param name="PaymentIntent">Of a charge or refund. What other kinds of objects have there need not be a name.</param>
    /// <param name="Charge">Of a refund.</param>
    internal sealed record Subject(string? Id, Dictionary<string, string>? Metadata, JsonElement PaymentIntent, JsonElement Charge);
}
