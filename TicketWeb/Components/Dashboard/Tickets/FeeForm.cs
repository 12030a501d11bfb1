using TicketWeb.Features.Events;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Dashboard.Tickets;

/// <summary>A fee of the organizer's own as it is typed.</summary>
public sealed class FeeForm
{
    public string? Name { get; set; }

    public string? Flat { get; set; }

    public string? Percent { get; set; }

    public FeeKind Per { get; set; } = FeeKind.Ticket;

    public bool Absorbed { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public static FeeForm Of(OwnFee fee, Currency currency) => new()
    {
        Name = fee.Name,
        Flat = Text(fee.Flat, currency),
        Percent = Text(fee.Share),
        Per = fee.Per,
        Absorbed = fee.Absorbed,
        From = Text(fee.From, currency),
        To = fee.To is { } most ? new Money(most, currency).ToPlainString() : null,
    };

    public OwnFeeInput ToInput() => new(Name, Flat, Percent, Per, Absorbed, From, To);

    /// <summary>An amount for its field; null where there is none.</summary>
    public static string? Text(long minor, Currency currency) => minor == 0 ? null : new Money(minor, currency).ToPlainString();

    /// <summary>A share for its field; null where there is none.</summary>
    public static string? Text(BasisPoints share) => share.Value == 0 ? null : share.ToPlainString();
}
