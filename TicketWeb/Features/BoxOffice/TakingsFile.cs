using System.Globalization;
using TicketWeb.Features.Payments;
using TicketWeb.Platform.Files;

namespace TicketWeb.Features.BoxOffice;

/// <summary>
/// A day's takings, open drawers and closings as lines of a CSV file: one for each person and tender ("taken"), one for each person who gave tickets away
/// ("given away"), one for each tender of each drawer that is open ("in the drawer"), and one for each tender of each closing ("counted").
/// </summary>
public static class TakingsFile
{
    private static readonly string[] Columns =
    [
        "what", "operator", "tender", "currency", "sales", "sold", "refunds", "refunded", "total", "tickets_given_away",
        "since", "closed_at", "closed_by", "cash_at_start", "expected", "counted", "difference", "note",
    ];

    public static string Head { get; } = Csv.Line(Columns);

    /// <summary>Times are those of the organization's clocks.</summary>
    public static IEnumerable<string> Rows(TakingsView view, string zone) =>
        view.Operators.SelectMany(o => o.ByTender.Select(t => Taken(o, t)).Concat(o.Comps > 0 ? [GivenAway(o)] : []))
            .Concat(view.Operators.Where(o => o.Drawer is not null).SelectMany(o => o.Drawer!.Lines.Select(l => InDrawer(o, o.Drawer.Since, l, zone))))
            .Concat(view.Closings.SelectMany(c => c.Lines.Select(l => Counted(c, l, zone))));

    private static string Taken(OperatorTakings of, TenderTakings sum) => Row(
    [
        "taken", Csv.Text(of.Name), sum.Tender?.Spoken() ?? "Free", sum.Total.Currency.Code, Number(sum.Sales), sum.Sold.ToPlainString(), Number(sum.Refunds), sum.Refunded.ToPlainString(), sum.Total.ToPlainString(),
    ]);

    private static string GivenAway(OperatorTakings of) => Row(["given away", Csv.Text(of.Name), "", "", "", "", "", "", "", Number(of.Comps)]);

    /// <summary>What should be there since the drawer was last closed: of cash, without the change that was there at the start.</summary>
    private static string InDrawer(OperatorTakings of, DateTimeOffset since, DrawerLine line, string zone) => Row(
    [
        "in the drawer", Csv.Text(of.Name), line.Tender.Spoken(), line.Expected.Currency.Code, "", "", "", "", "", "", Csv.Time(since, zone), "", "", "", line.Expected.ToPlainString(),
    ]);

    /// <summary>The cash at the start is in the line of the cash only, so that a column adds up.</summary>
    private static string Counted(ClosingView of, ClosingLine line, string zone) => Row(
    [
        "counted", Csv.Text(of.Operator), line.Tender.Spoken(), line.Counted.Currency.Code, "", "", "", "", "", "",
        Csv.Time(of.Since, zone), Csv.Time(of.At, zone), Csv.Text(of.By), line.Tender == Tender.Cash ? of.CashAtStart?.ToPlainString() ?? "" : "",
        line.Expected.ToPlainString(), line.Counted.ToPlainString(), line.Difference.ToPlainString(), Csv.Text(of.Note),
    ]);

    private static string Row(string[] cells) => Csv.Line([.. cells, .. Enumerable.Repeat("", Columns.Length - cells.Length)]);

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
