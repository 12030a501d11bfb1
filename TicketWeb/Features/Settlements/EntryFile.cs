using TicketWeb.Kernel;
using TicketWeb.Platform.Files;

namespace TicketWeb.Features.Settlements;

/// <summary>Entries as lines of a CSV file.</summary>
public static class EntryFile
{
    public static string Head { get; } =
        Csv.Line("booked_at", "kind", "order", "currency", "buyers_paid", "on_its_way_back", "organization", "own_fees_in_it", "tax", "platform", "processor", "prices", "discount", "note", "entered_by");

    /// <summary>Times are those of the organization's clocks.</summary>
    public static string Row(EntryRow entry, string zone)
    {
        return Csv.Line(
            Csv.Time(entry.BookedAt, zone), entry.Kind.Spoken(), Csv.Text(entry.OrderNumber), entry.Currency.Code,
            Amount(-entry.Moved.Buyer), Amount(entry.Moved.InTransit), Amount(entry.Moved.Organization), Amount(entry.OwnFees), Amount(entry.Moved.Tax),
            Amount(entry.Moved.Platform), Amount(entry.Moved.Processor), Amount(entry.Prices), Amount(entry.Discount), Csv.Text(entry.Note), Csv.Text(entry.By));

        string Amount(long minor) => new Money(minor, entry.Currency).ToPlainString();
    }
}
