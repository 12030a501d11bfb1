using Shouldly;
using TicketWeb.Features.Tickets.Passes;
using TicketWeb.Tests.Platform.Pdf;
using Xunit;

namespace TicketWeb.Tests.Features.Tickets.Passes;

public sealed class TicketPdfTests
{
    [Fact]
    public void Every_ticket_has_a_page_of_its_own() => new ReadPdf(TicketPdf.Write([Pass(), Pass(), Pass()])).Pages.ShouldBe(3);

    [Fact]
    public void The_file_is_small_enough_for_any_mailbox() => TicketPdf.Write([Pass()]).Length.ShouldBeLessThan(60_000);

    [Fact]
    public void The_code_is_drawn_square_by_square()
    {
        var pass = Pass();

        var drawing = new ReadPdf(TicketPdf.Write([pass])).Streams.Single(s => s.Contains(" re\n", StringComparison.Ordinal));

        // One rectangle for each run, and the line above the foot.
        drawing.Split('\n').Count(line => line.EndsWith(" re", StringComparison.Ordinal)).ShouldBe(pass.Code.Runs.Count + 1);
    }

    [Theory]
    [InlineData("Νυχτερινοί Κολυμβητές")]
    [InlineData("Ночные пловцы")]
    [InlineData("Đêm Nhạc Thành Phố")]
    [InlineData("夜の水泳")]
    [InlineData("🎉🎉🎉")]
    [InlineData("مهرجان")]
    [InlineData("\u0000\u0007 \uFEFF\uD83C")]
    [InlineData("")]
    public void Whatever_the_event_is_called_there_is_a_ticket(string name) =>
        TicketPdf.Write([Pass() with { EventName = name, HolderName = name, Notes = name, Where = name }]).ShouldNotBeEmpty();

    [Fact]
    public void What_else_the_order_has_is_printed_beside_the_notes()
    {
        var without = Size(Pass());

        Size(Pass() with { AddOns = ["1 × Parking"] }).ShouldBeGreaterThan(without);
        Size(Pass() with { AddOns = ["1 × Parking", "2 × Welcome drink, included"] }).ShouldBeGreaterThan(Size(Pass() with { AddOns = ["1 × Parking"] }));

        static int Size(PassPage pass) => new ReadPdf(TicketPdf.Write([pass])).Streams.Single(s => s.Contains(" re\n", StringComparison.Ordinal)).Length;
    }

    [Fact]
    public void Words_that_are_too_long_stay_on_the_page()
    {
        var endless = new string('W', 4000);

        var bytes = TicketPdf.Write([Pass() with { EventName = endless, TypeName = endless, HolderName = endless, Where = endless, Address = endless, Notes = endless }]);

        new ReadPdf(bytes).Pages.ShouldBe(1);
        bytes.Length.ShouldBeLessThan(60_000);
    }

    private static PassPage Pass() => new()
    {
        EventName = "Night Swimmers",
        TypeName = "Standing",
        HolderName = "Sam Okafor",
        When = "Friday 12 March 2027, 20:00",
        Doors = "19:00",
        Where = "Harbour Hall",
        Address = "8 Canon's Road, Bristol",
        OrderNumber = "7Q4M-2K",
        TicketNumber = "K7F-2QX-9MB",
        Code = QrModules.Of("TW1:" + string.Concat(Enumerable.Repeat("0K8 9AB/", 18))),
        OrganizerName = "Harbour Hall",
        Notes = "14 and over; under 16s with an adult.\nStep-free to all floors.",
    };
}
