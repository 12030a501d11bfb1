using Shouldly;
using TicketWeb.Features.Settlements;
using TicketWeb.Kernel;
using Xunit;

namespace TicketWeb.Tests.Features.Settlements;

/// <summary>What a spreadsheet gets to read.</summary>
public sealed class EntryFileTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"https://evil.example\")", "\"'=HYPERLINK(\"\"https://evil.example\"\")\"")]
    [InlineData("+44 20 7946 0018", "'+44 20 7946 0018")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("@sum", "'@sum")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("Posters, and paste", "\"Posters, and paste\"")]
    [InlineData("Two\nlines", "\"Two\nlines\"")]
    [InlineData("Posters = paste", "Posters = paste")]
    public void What_people_typed_is_text_and_never_a_formula(string note, string cell) => EntryFile.Row(Entry(note), "Europe/London").ShouldEndWith($",0.00,0.00,{cell},Ada\r\n");

    [Fact]
    public void Amounts_are_numbers_and_times_those_of_the_organizations_clocks()
    {
        var row = EntryFile.Row(Entry("Posters."), "America/New_York");

        row.ShouldStartWith("2027-03-14T07:00:00-04:00,Adjustment,,GBP,0.00,0.00,-12.50,0.00,0.00,12.50,0.00,");
        row.Split(',').Length.ShouldBe(EntryFile.Head.Split(',').Length);
    }

    private static EntryRow Entry(string note) => new(
        Id.New<EntryId>(), EntryKind.Adjustment, new DateTimeOffset(2027, 3, 14, 11, 0, 0, TimeSpan.Zero), Currency.Of("GBP"), null, null,
        new Balances(0, 0, -12_50, 12_50, 0, 0), 0, 0, 0, note, "Ada");
}
