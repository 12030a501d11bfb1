using TicketWeb.Features.Tickets.Passes;

namespace TicketWeb.Features.Tickets;

/// <summary>A ticket with the code that proves it.</summary>
public sealed class SignedTicket(TicketView ticket, string code)
{
    private QrModules? _modules;

    public TicketView Ticket { get; } = ticket;

    public string Code { get; } = code;

    /// <summary>Worked out once for the mail's picture and the PDF beside it.</summary>
    internal QrModules Modules => _modules ??= QrModules.Of(Code);
}
