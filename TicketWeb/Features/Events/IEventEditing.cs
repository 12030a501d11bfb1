using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Events;

/// <summary>What stock needs of an event while it is being set up, within the caller's transaction and through the caller's door.</summary>
public interface IEventEditing
{
    /// <summary>Adds a ticket type (id null) or changes one. Not saved yet: the caller saves it together with its stock.</summary>
    Task<Outcome<TicketTypeId>> SaveTicketTypeAsync(TicketDb db, EventId eventId, TicketTypeId? id, TicketTypeInput input, CancellationToken cancel);

    /// <summary>Takes an add-on away. Not saved yet.</summary>
    Task<Outcome<Done>> RemoveAddOnAsync(TicketDb db, EventId eventId, TicketTypeId id, CancellationToken cancel);

    /// <summary>Makes the event public. Not saved yet.</summary>
    /// <param name="sellable">How many of its ticket types have stock.</param>
    Task<Outcome<Done>> PublishAsync(TicketDb db, EventId eventId, int sellable, CancellationToken cancel);

    /// <summary>Takes the event back to draft. Not saved yet.</summary>
    Task<Outcome<Done>> WithdrawAsync(TicketDb db, EventId eventId, bool anythingClaimed, CancellationToken cancel);
}
