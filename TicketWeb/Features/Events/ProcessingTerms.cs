using TicketWeb.Kernel;

namespace TicketWeb.Features.Events;

/// <summary>What moving an event's money costs: a flat part of each order, and a share of all that is moved.</summary>
/// <param name="Flat">In minor units.</param>
/// <param name="Absorbed">True where the organizer pays it out of the price; false where buyers pay so much on top that the whole price is left.</param>
public sealed record ProcessingTerms(long Flat, BasisPoints Share, bool Absorbed);
