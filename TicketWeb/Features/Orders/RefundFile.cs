using System.Globalization;
using TicketWeb.Platform.Files;

namespace TicketWeb.Features.Orders;

/// <summary>Refunds as lines of a CSV file.</summary>
public static class RefundFile
{
    public static string Head { get; } = Csv.Line("at", "event", "order", "reason", "decided_by", "tickets", "add_ons", "currency", "amount", "fees_in_it", "own_fees_in_it", "at_desk", "came_to_nothing", "note");

    /// <summary>Times are those of the organization's clocks.</summary>
    public static string Row(RefundRow row, string zone) => Csv.Line(
        Csv.Time(row.At, zone), Csv.Text(row.Event), row.OrderNumber, row.Reason.Spoken(), Csv.Text(row.By), Number(row.Tickets), Number(row.AddOns), row.Amount.Currency.Code,
        row.Amount.ToPlainString(), row.Fee.ToPlainString(), row.OwnFee.ToPlainString(), YesNo(row.AtDesk), YesNo(row.Undone), Csv.Text(row.Note));

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string YesNo(bool holds) => holds ? "yes" : "no";
}
