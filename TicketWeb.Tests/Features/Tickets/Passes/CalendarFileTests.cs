using System.Text;
using Shouldly;
using TicketWeb.Features.Tickets.Passes;
using Xunit;

namespace TicketWeb.Tests.Features.Tickets.Passes;

public sealed class CalendarFileTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void An_event_is_written_line_by_line_in_UTC() => CalendarFile.Write([Entry()], Now).ShouldBe(string.Join("\r\n",
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//TicketWeb//Tickets//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        "UID:event-1@tickets.example",
        "DTSTAMP:20270102T030405Z",
        "SEQUENCE:0",
        "DTSTART:20270312T190000Z",
        "DTEND:20270312T220000Z",
        "SUMMARY:Night Swimmers",
        "LOCATION:Harbour Hall\\, 8 Canon's Road",
        "URL:https://tickets.example/e/night-swimmers",
        "STATUS:CONFIRMED",
        "END:VEVENT",
        "END:VCALENDAR",
        ""));

    [Fact]
    public void Text_cannot_break_out_of_its_line()
    {
        var file = CalendarFile.Write([Entry() with { Title = "a;b,c\\d\r\nEND:VEVENT\nx\u0007" }], Now);

        file.ShouldContain("SUMMARY:a\\;b\\,c\\\\d\\nEND:VEVENT\\nx\r\n");
    }

    [Theory]
    [InlineData("plain ")]
    [InlineData("Größe ")]
    [InlineData("夜の水泳")]
    [InlineData("🎟️🎉")]
    public void Long_lines_are_folded_by_octets_between_characters(string words)
    {
        var text = string.Concat(Enumerable.Repeat(words, 60)).Trim();

        var file = CalendarFile.Write([Entry() with { Description = text }], Now);

        var lines = file.Split("\r\n");
        lines.ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        file.ShouldNotContain("\uFFFD");
        file.Replace("\r\n ", "", StringComparison.Ordinal).ShouldContain($"DESCRIPTION:{text}\r\n");
    }

    [Fact]
    public void A_cancelled_event_is_taken_out_by_a_higher_sequence()
    {
        var file = CalendarFile.Write([Entry() with { Cancelled = true, Sequence = 3 }], Now);

        file.ShouldContain("SEQUENCE:3\r\n");
        file.ShouldContain("STATUS:CANCELLED\r\n");
    }

    private static CalendarEntry Entry() => new()
    {
        Uid = "event-1@tickets.example",
        Title = "Night Swimmers",
        Start = new DateTimeOffset(2027, 3, 12, 20, 0, 0, TimeSpan.FromHours(1)),
        End = new DateTimeOffset(2027, 3, 12, 23, 0, 0, TimeSpan.FromHours(1)),
        Location = "Harbour Hall, 8 Canon's Road",
        Url = new Uri("https://tickets.example/e/night-swimmers"),
    };
}
