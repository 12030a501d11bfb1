using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>A refund in a list of them.</summary>
/// <param name="Undone">True where it is what came to nothing of a refund at the payment company; its amounts are below zero.</param>
/// <param name="By">Who decided it, by name.</param>
/// <param name="Fee">The share of fees in the amount.</param>
/// <param name="OwnFee">What of the fees was the organizer's own.</param>
/// <param name="AtDesk">Whether it goes back from hand to hand.</param>
public sealed record RefundRow(
    DateTimeOffset At, bool Undone, string Event, string OrderNumber, RefundReason Reason, string By, string Note, int Tickets, int AddOns, Money Amount, Money Fee, Money OwnFee, bool AtDesk);
