using System.Buffers.Binary;
using System.Xml.Linq;
using Shouldly;
using TicketWeb.Features.Tickets.Passes;
using Xunit;

namespace TicketWeb.Tests.Features.Tickets.Passes;

public sealed class QrPictureTests
{
    [Fact]
    public void The_page_picture_is_one_path_with_a_quiet_zone_a_label_and_no_styles()
    {
        var svg = XElement.Parse(QrPicture.Svg(QrModules.Of("TW1:ABC"), "Code of \"Sam's\" <ticket>"));

        svg.Attribute("role")!.Value.ShouldBe("img");
        svg.Attribute("aria-label")!.Value.ShouldBe("Code of \"Sam's\" <ticket>");
        svg.DescendantsAndSelf().Attributes("style").ShouldBeEmpty();
        var path = svg.Elements().Single(e => e.Name.LocalName == "path").Attribute("d")!.Value;
        path.ShouldStartWith("M4 4h7v1h-7z");
    }

    [Fact]
    public void A_ticket_code_is_stored_in_the_compact_mode()
    {
        var compact = QrModules.Of(new string('A', 148));
        var bytewise = QrModules.Of(new string('a', 148));

        // Version 6 takes 154 alphanumeric characters with error correction M; as bytes they would need version 8.
        compact.Size.ShouldBe(41 + 8);
        bytewise.Size.ShouldBe(49 + 8);
    }

    [Fact]
    public void The_runs_are_exactly_the_dark_squares()
    {
        var modules = QrModules.Of("TW1:ABC");

        modules.Runs.ShouldAllBe(run => run.X >= 4 && run.Y >= 4 && run.X + run.Width <= modules.Size - 4 && run.Y < modules.Size - 4);
        // The finder in the corner: a frame of seven around a heart of three.
        modules.Runs.Where(run => run.X < 11 && run.Y < 11).Select(run => (run.X - 4, run.Y - 4, run.Width)).ShouldBe(
            [(0, 0, 7), (0, 1, 1), (6, 1, 1), (0, 2, 1), (2, 2, 3), (6, 2, 1), (0, 3, 1), (2, 3, 3), (6, 3, 1), (0, 4, 1), (2, 4, 3), (6, 4, 1), (0, 5, 1), (6, 5, 1), (0, 6, 7)]);
    }

    [Fact]
    public void The_mail_picture_is_a_PNG_of_the_expected_size()
    {
        var modules = QrModules.Of("TW1:ABC");
        var png = QrPicture.Png(modules, 10);

        png[..8].ShouldBe([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)).ShouldBe(modules.Size * 10);
    }
}
