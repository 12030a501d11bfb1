using TicketWeb.Platform.Pdf;

namespace TicketWeb.Features.Tickets.Passes;

/// <summary>
/// One ticket on one sheet: the face with the words, a perforation with a bite at either end, and the stub with the code.
/// Black and greys only, so that it looks the same from every printer. Lengths are in points.
/// </summary>
internal sealed class PassSheet(PdfPage page)
{
    private const double Left = 42;
    private const double Right = PdfPage.Width - 42;
    private const double Top = 48;
    private const double Bottom = Top + 370;
    private const double Corner = 14;
    private const double Bite = 11;
    private const double Padding = 26;
    private const double CodeSize = 196;
    private const double Tear = Right - CodeSize - 20;
    private const double FaceWidth = Tear - Left - (2 * Padding);
    private const double RowGap = 10;
    private const double LabelHeight = 11;
    private const double Line = 0.55;

    public void Draw(PassPage pass)
    {
        DrawShape();
        DrawFace(pass);
        DrawStub(pass);
        DrawBelow(pass);
    }

    private void DrawShape()
    {
        page.MoveTo(Left, Top + Corner);
        page.RoundTo(Left, Top, Left + Corner, Top);
        page.LineTo(Tear - Bite, Top);
        page.RoundTo(Tear - Bite, Top + Bite, Tear, Top + Bite);
        page.RoundTo(Tear + Bite, Top + Bite, Tear + Bite, Top);
        page.LineTo(Right - Corner, Top);
        page.RoundTo(Right, Top, Right, Top + Corner);
        page.LineTo(Right, Bottom - Corner);
        page.RoundTo(Right, Bottom, Right - Corner, Bottom);
        page.LineTo(Tear + Bite, Bottom);
        page.RoundTo(Tear + Bite, Bottom - Bite, Tear, Bottom - Bite);
        page.RoundTo(Tear - Bite, Bottom - Bite, Tear - Bite, Bottom);
        page.LineTo(Left + Corner, Bottom);
        page.RoundTo(Left, Bottom, Left, Bottom - Corner);
        page.Outline(0.9, Line);

        page.MoveTo(Tear, Top + Bite + 7);
        page.LineTo(Tear, Bottom - Bite - 7);
        page.Dots(1.6, Line, 5.2);
    }

    private void DrawFace(PassPage pass)
    {
        const double x = Left + Padding;
        var y = Draw(pass.OrganizerName, PassStyle.Small, x, Top + Padding, 1);
        y = Draw(pass.EventName, PassStyle.Title, x, y + 6, 3);
        y = Draw(pass.TypeName, PassStyle.Strong, x, y + 6, 2);

        // The facts stand on the ticket's foot: a short name leaves air above them, a long one finds room.
        var facts = FactsOf(pass).ToList();
        var height = facts.Sum(HeightOf) + (RowGap * (facts.Count - 1));
        y = Math.Max(y + RowGap, Bottom - Padding - height);
        foreach (var fact in facts)
        {
            page.Text(fact.Label, PassStyle.Label.Font, PassStyle.Label.Size, x, y + 8, PassStyle.Label.Grey);
            var below = Draw(fact.Strong, PassStyle.Strong, x, y + LabelHeight, 2);
            Draw(fact.Plain, PassStyle.Plain, x, below, 2);
            y += HeightOf(fact) + RowGap;
        }
    }

    private static IEnumerable<Fact> FactsOf(PassPage pass)
    {
        yield return new Fact("WHEN", pass.When, pass.Doors is null ? "" : $"Doors {pass.Doors}");
        yield return new Fact("WHERE", pass.Where, pass.Address ?? "");
        if (pass.HolderName is not null)
            yield return new Fact("NAME", pass.HolderName, "");
    }

    private static double HeightOf(Fact fact) =>
        LabelHeight + HeightOf(fact.Strong, PassStyle.Strong) + HeightOf(fact.Plain, PassStyle.Plain);

    private static double HeightOf(string text, PassStyle style) => PassText.Lines(text, style, FaceWidth, 2).Count * style.LineHeight;

    private void DrawStub(PassPage pass)
    {
        const double x = Tear + ((Right - Tear - CodeSize) / 2), y = Top + 60, middle = (Tear + Right) / 2;
        var side = CodeSize / pass.Code.Size;
        foreach (var run in pass.Code.Runs)
            page.Rectangle(x + (run.X * side), y + (run.Y * side), run.Width * side, side);
        page.Fill();

        page.Text(pass.TicketNumber, PassStyle.Number.Font, PassStyle.Number.Size, middle, y + CodeSize + 20, PassStyle.Number.Grey, PdfAnchor.Middle);
        page.Text("Scanned at the door, or typed", PassStyle.Small.Font, PassStyle.Small.Size, middle, y + CodeSize + 36, PassStyle.Small.Grey, PdfAnchor.Middle);
    }

    private void DrawBelow(PassPage pass)
    {
        var y = Bottom;
        foreach (var (label, text) in new[] { ("WITH THIS ORDER", string.Join('\n', pass.AddOns)), ("GOOD TO KNOW", pass.Notes) }.Where(b => !string.IsNullOrWhiteSpace(b.Item2)))
        {
            page.Text(label, PassStyle.Label.Font, PassStyle.Label.Size, Left, y + 36, PassStyle.Label.Grey);
            y = Draw(text!, PassStyle.Notes, Left, y + 44, pass.AddOns.Count == 0 ? 20 : 9, Right - Left);
        }

        const double foot = PdfPage.Height - 48;
        page.Rectangle(Left, foot - 16, Right - Left, 0.5);
        page.Fill(Line);
        page.Text($"Order {pass.OrderNumber}", PassStyle.Small.Font, PassStyle.Small.Size, Left, foot, PassStyle.Small.Grey);
        page.Text("Lets one person in. A copy does not work once the first was scanned.", PassStyle.Small.Font, PassStyle.Small.Size, Right, foot, PassStyle.Small.Grey, PdfAnchor.Right);
    }

    /// <summary>Draws lines from the top left and gives back where they end.</summary>
    private double Draw(string text, PassStyle style, double x, double y, int most, double width = FaceWidth)
    {
        foreach (var line in PassText.Lines(text, style, width, most))
        {
            page.Text(line, style.Font, style.Size, x, y + (style.Size * 0.97), style.Grey);
            y += style.LineHeight;
        }

        return y;
    }

    private readonly record struct Fact(string Label, string Strong, string Plain);
}
