namespace TicketWeb.Features.Payments.Sandbox;

/// <summary>A webhook that the sandbox still has to deliver.</summary>
internal sealed class SandboxEvent
{
    public required Guid Id { get; init; }

    public required PaymentId PaymentId { get; init; }

    public required DateTimeOffset DueAt { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }
}
