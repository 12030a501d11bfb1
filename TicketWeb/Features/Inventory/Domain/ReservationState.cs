namespace TicketWeb.Features.Inventory.Domain;

/// <summary>active → paying → sold | released; a decline leads from paying back to active.</summary>
internal enum ReservationState
{
    Active,
    Paying,
    Sold,
    Released,
}
