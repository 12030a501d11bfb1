using System.Globalization;
using System.Text;

namespace TicketWeb.Features.Tickets.Passes;

/// <summary>Writes iCalendar files (RFC 5545). Times are in UTC: every calendar shows them in its own zone, and none needs our zone rules.</summary>
public static class CalendarFile
{
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>Lines are folded after 75 octets, not characters (RFC 5545, 3.1).</summary>
    private const int MostOctets = 75;

    /// <summary>A file with one event, or with all of an organizer's for a subscription.</summary>
    /// <param name="entries">What it says.</param>
    /// <param name="now">When it was written.</param>
    public static string Write(IEnumerable<CalendarEntry> entries, DateTimeOffset now)
    {
        var file = new StringBuilder();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, "PRODID:-//TicketWeb//Tickets//EN");
        Line(file, "CALSCALE:GREGORIAN");
        Line(file, "METHOD:PUBLISH");
        foreach (var entry in entries)
            Write(file, entry, now);
        Line(file, "END:VCALENDAR");
        return file.ToString();
    }

    private static void Write(StringBuilder file, CalendarEntry entry, DateTimeOffset now)
    {
        Line(file, "BEGIN:VEVENT");
        Line(file, $"UID:{Escaped(entry.Uid)}");
        Line(file, $"DTSTAMP:{Utc(now)}");
        Line(file, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{entry.Sequence}"));
        Line(file, $"DTSTART:{Utc(entry.Start)}");
        Line(file, $"DTEND:{Utc(entry.End)}");
        Line(file, $"SUMMARY:{Escaped(entry.Title)}");
        if (entry.Location is not null)
            Line(file, $"LOCATION:{Escaped(entry.Location)}");
        if (entry.Description is not null)
            Line(file, $"DESCRIPTION:{Escaped(entry.Description)}");
        if (entry.Url is not null)
            Line(file, $"URL:{entry.Url.AbsoluteUri}");
        Line(file, entry.Cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
        Line(file, "END:VEVENT");
    }

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if (c == '\n')
                escaped.Append("\\n");
            else if (c is '\\' or ';' or ',')
                escaped.Append('\\').Append(c);
            else if (!char.IsControl(c))
                escaped.Append(c);
        }

        return escaped.ToString();
    }

    private static void Line(StringBuilder file, string text)
    {
        var octets = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            // A character is never cut in two; the blank that marks a continued line counts.
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}
