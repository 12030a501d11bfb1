namespace TicketWeb.Features.Inventory;

/// <summary>A reservation as its order sees it.</summary>
public sealed record ReservationView(ReservationId Id, DateTimeOffset ExpiresAt, bool MayExtend);
