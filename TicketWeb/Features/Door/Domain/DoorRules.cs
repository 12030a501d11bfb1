using TicketWeb.Features.Events;
using TicketWeb.Features.Tickets;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Door.Domain;

/// <summary>Who may come in. Only whether a ticket is in already is not decided here: the database says that.</summary>
internal static class DoorRules
{
    public static Verdict Judge(TicketView ticket, EventView here, DateTimeOffset at)
    {
        var days = EventDays.Of(here);
        return ticket switch
        {
            _ when ticket.EventId != here.Id => Verdict.WrongEvent,
            { State: TicketState.Refunded } => Verdict.Refunded,
            { State: TicketState.Cancelled } => Verdict.Cancelled,
            _ when here.State == EventState.Cancelled => Verdict.EventCancelled,
            _ when days.IsTooEarly(at) => Verdict.TooEarly,
            _ when days.IsTooLate(at) => Verdict.TooLate,
            _ => Verdict.Admit,
        };
    }

    /// <summary>What it means at the door that a code could not be read as a ticket.</summary>
    public static Verdict Judge(Refusal unreadable) => unreadable switch
    {
        Forged => Verdict.Forged,
        Replaced => Verdict.Replaced,
        _ => Verdict.NotATicket,
    };
}
