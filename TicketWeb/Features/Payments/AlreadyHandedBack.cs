using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

/// <summary>Somebody has said so before.</summary>
public sealed record AlreadyHandedBack() : Refusal("already_handed_back", "This money has been given back already.");
