using System.Globalization;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Settlements;

/// <summary>Entries as lines of a CSV file (RFC 4180), for spreadsheets and bookkeepers' programs.</summary>
public static class EntryFile
{
    /// <summary>Line ends are part of the format.</summary>
    private const string End = "\r\n";

    public static string Head { get; } =
        Line("booked_at", "kind", "order", "currency", "buyers_paid", "on_its_way_back", "organization", "own_fees_in_it", "tax", "platform", "processor", "prices", "discount", "note", "entered_by");

    /// <summary>Times are those of the organization's clocks.</summary>
    public static string Row(EntryRow entry, string zone)
    {
        return Line(
            entry.BookedAt.LocalTime(zone).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
            entry.Kind.Spoken(), Text(entry.OrderNumber), entry.Currency.Code,
            Amount(-entry.Moved.Buyer), Amount(entry.Moved.InTransit), Amount(entry.Moved.Organization), Amount(entry.OwnFees), Amount(entry.Moved.Tax),
            Amount(entry.Moved.Platform), Amount(entry.Moved.Processor), Amount(entry.Prices), Amount(entry.Discount), Text(entry.Note), Text(entry.By));

        string Amount(long minor) => new Money(minor, entry.Currency).ToPlainString();
    }

    /// <summary>What people typed. A spreadsheet takes what begins like a formula for one, and runs it; after an apostrophe it is text.</summary>
    private static string Text(string? typed) => typed is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] ? $"'{typed}" : typed ?? "";

    private static string Line(params string[] cells) => string.Join(',', cells.Select(Cell)) + End;

    private static string Cell(string text) => text.IndexOfAny([',', '"', '\r', '\n']) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
