namespace TicketWeb.Features.Payments.Sandbox;

/// <summary>A webhook that the sandbox still has to deliver.</summary>
internal sealed class SandboxEvent
{
    public required Guid Id { get; init; }

    public required PaymentId PaymentId { get; init; }

    public required DateTimeOffset DueAt { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }

    public static SandboxEvent About(SandboxIntent intent, DateTimeOffset from, SandboxOptions options) => new()
    {
        Id = Guid.CreateVersion7(),
        PaymentId = intent.Id,
        DueAt = from + TimeSpan.FromSeconds(options.WebhookDelaySeconds),
    };
}
