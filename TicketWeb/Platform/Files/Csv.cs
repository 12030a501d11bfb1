using System.Globalization;
using System.Text;
using TicketWeb.Kernel;

namespace TicketWeb.Platform.Files;

/// <summary>CSV files (RFC 4180), for spreadsheets and bookkeepers' programs.</summary>
public static class Csv
{
    /// <summary>Line ends are part of the format.</summary>
    private const string End = "\r\n";

    public static string Line(params string[] cells) => string.Join(',', cells.Select(Cell)) + End;

    /// <summary>What people typed. A spreadsheet takes what begins like a formula for one, and runs it; after an apostrophe it is text.</summary>
    public static string Text(string? typed) => typed is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] ? $"'{typed}" : typed ?? "";

    /// <summary>As the clocks there show it.</summary>
    public static string Time(DateTimeOffset at, string zone) => at.LocalTime(zone).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Sends lines as they come.</summary>
    public static IResult File(string name, IAsyncEnumerable<string> lines) => Results.Stream(async body =>
    {
        // With the mark at the beginning, spreadsheets read names with accents as they are.
        await using var file = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await foreach (var line in lines)
            await file.WriteAsync(line);
    }, "text/csv", name);

    private static string Cell(string text) => text.IndexOfAny([',', '"', '\r', '\n']) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
