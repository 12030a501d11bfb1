using System.Globalization;
using Microsoft.AspNetCore.Components;
using Radzen;
using TicketWeb.Components.Dashboard.Fields;
using TicketWeb.Components.Dashboard.Frame;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Dashboard.Orders;

/// <summary>A refund of one order: which tickets, with or without fees, or one fee alone, and why.</summary>
public sealed partial class RefundForm
{
    internal static readonly IReadOnlyList<Choice> Reasons = [.. RefundReasonWords.ToChoose.Select(r => new Choice(r.ToString(), r.Spoken()))];

    /// <summary>The same for every try to send this form, so that it refunds once.</summary>
    private readonly Guid _key = Guid.CreateVersion7();
    private readonly Saving _saving = new();
    private readonly LastChoice _choice = new();
    private readonly HashSet<int> _chosen = [];
    private readonly Dictionary<OrderAddOnRow, string?> _addOns = [];
    private RefundWhat _what;
    private string? _fee;
    private string? _reason;
    private string? _note;
    private bool _twice;
    private RefundSum? _sum;
    private string _why = "Choose what goes back.";

    [Parameter, EditorRequired]
    public required OrderDetails Order { get; set; }

    [Parameter, EditorRequired]
    public required Access Access { get; set; }

    /// <summary>Something went back.</summary>
    [Parameter, EditorRequired]
    public EventCallback Done { get; set; }

    [Inject]
    public required RefundOrder Refund { get; set; }

    [Inject]
    public required NotificationService Notes { get; set; }

    [Inject]
    public required DialogService Dialogs { get; set; }

    private (RefundWhat What, string Name, string Meaning)[] Kinds =>
    [
        (RefundWhat.TicketsAndFees, $"{Prices} and fees", "All that was paid for them."),
        (RefundWhat.TicketsOnly, $"{Prices} only", "Their fees are kept."),
        (RefundWhat.FeesOnly, "Fees only", Fees.Count > 1 ? "All or one of them. The tickets stay good." : "The tickets stay good."),
    ];

    /// <summary>The fees of the order by the names that the buyer sees, with what is left of each.</summary>
    private IReadOnlyList<(string Name, Money Left)> Fees =>
    [
        .. from fee in Order.Quote.NamedFees
           let left = Order.Tickets.SelectMany(t => t.FeesLeft).Concat(Order.AddOns.SelectMany(a => a.FeesLeft).Select(f => (f.Name, f.Amount))).Where(f => f.Name == fee.Name)
           select (fee.Name, left.Aggregate(Money.Zero(fee.Amount.Currency), (sum, f) => sum + f.Amount)),
    ];

    private string Prices => Order.AddOns.Count > 0 ? "Prices" : "Tickets";

    /// <summary>What no gateway has taken no gateway sends back.</summary>
    private bool ByHand => Order.Payments.Any(p => p.Tender is not null);

    /// <summary>Where all tickets have gone back, fees that were kept are all that is left.</summary>
    protected override void OnInitialized() => _what = Order.Tickets.All(t => t.Refunded) && Order.AddOns.All(a => a.Left.Count == 0) ? RefundWhat.FeesOnly : RefundWhat.TicketsAndFees;

    private Task ChooseAsync(RefundWhat what)
    {
        (_what, _fee) = (what, null);
        return KeepChosenAsync();
    }

    /// <summary>What an order carries as a whole lies on all its tickets: where nothing is chosen yet, all are that carry the fee.</summary>
    private Task ChooseFeeAsync(string? fee)
    {
        _fee = fee;
        if (Positions().Count == 0 && fee is not null)
        {
            _chosen.UnionWith(Order.Tickets.Select(t => t.Ticket.Position));
            foreach (var row in Order.AddOns.Where(a => Choosable(a).Count > 0))
                _addOns[row] = Choosable(row).Count.ToString(CultureInfo.InvariantCulture);
        }

        return KeepChosenAsync();
    }

    /// <summary>Forgets the tickets of which this is not left.</summary>
    private Task KeepChosenAsync()
    {
        _chosen.RemoveWhere(p => WhyNot(Order.Tickets.Single(t => t.Ticket.Position == p)) is not null);
        return ReckonAsync();
    }

    private Task ToggleAsync(int position)
    {
        if (!_chosen.Remove(position))
            _chosen.Add(position);
        return ReckonAsync();
    }

    private Task CountAsync(OrderAddOnRow row, string? typed)
    {
        _addOns[row] = typed;
        return ReckonAsync();
    }

    /// <summary>The places in the order of all that is chosen. More than there is of an add-on is a place that is not there, and is refused.</summary>
    private List<int> Positions() => [.. _chosen, .. Order.AddOns.SelectMany(Chosen)];

    private IEnumerable<int> Chosen(OrderAddOnRow row)
    {
        var count = Typed.Count(_addOns.GetValueOrDefault(row)) ?? 0;
        var all = Choosable(row);
        return count < 0 || count > all.Count ? [0] : all.Take(count);
    }

    private IReadOnlyList<int> Choosable(OrderAddOnRow row) => _what switch
    {
        RefundWhat.FeesOnly => [.. row.FeesLeft.Where(f => Means(f.Name)).Select(f => f.Position).Distinct()],
        RefundWhat.TicketsAndFees or RefundWhat.TicketsOnly => row.Left,
    };

    /// <summary>Until the choice is answered nothing can be refunded.</summary>
    private Task ReckonAsync()
    {
        (_sum, _why) = (null, "One moment…");
        return _choice.AskAsync(
            () => Refund.PreviewAsync(Access, Order.Id, Positions(), _what, _fee, CancellationToken.None),
            previewed => (_sum, _why) = previewed.IsDone(out var sum, out var refusal) ? (sum, "") : (null, refusal.Sentence));
    }

    private async Task RefundAsync()
    {
        if (_sum is not { } sum || _saving.Busy)
            return;
        // What is asked about is what is done.
        var input = new RefundInput(Positions(), _what, Enum.TryParse<RefundReason>(_reason, out var reason) ? reason : null, _note, _key) { Fee = _fee, Twice = _twice };
        var amount = sum.Total.Minor > 0 ? $"Refund {sum.Total}" : $"Take back {Wording.Items(sum.Tickets, sum.AddOns)}";
        var meaning = $"{(sum.Total.Minor > 0 ? $"{sum.Total} goes back to the buyer. {(ByHand ? "It was paid at the desk: give it back by hand, and say so afterwards. " : "")}" : "")}{(sum.Tickets + sum.AddOns > 0 ? $"{Meaning(sum)} " : "")}This cannot be undone.";
        if (_reason is not null && await Dialogs.Confirm(meaning, $"{amount}?", new ConfirmOptions { OkButtonText = amount, CancelButtonText = "Keep" }) != true)
            return;

        if (!await _saving.RunAsync(() => Refund.RunAsync(Access, Order.Id, input, CancellationToken.None)))
            return;
        Notes.Notify(NotificationSeverity.Success, sum.Total.Minor > 0 ? $"{sum.Total} {(ByHand ? "has to be given back" : "is on its way back")}" : $"{Wording.Items(sum.Tickets, sum.AddOns)} taken back");
        await Done.InvokeAsync();
    }

    private static string Way(RefundSum sum) => (sum.Total.Minor, sum.Before.Minor) switch
    {
        (0, 0) => "goes back: it was free.",
        (0, _) => $"goes back: {sum.Before} went back at the payment company before.",
        (_, 0) => "goes back the way it was paid.",
        _ => $"goes back the way it was paid: {sum.Before} went back at the payment company before.",
    };

    private static string Meaning(RefundSum sum) => (sum.Tickets, sum.AddOns) switch
    {
        (0, 0) => "The tickets stay good.",
        (0, _) => $"{Wording.Items(0, sum.AddOns)} can be sold again; the tickets stay good.",
        (_, 0) => $"{Wording.Tickets(sum.Tickets)} will not let anybody in any more.",
        _ => $"{Wording.Tickets(sum.Tickets)} will not let anybody in any more, and {Wording.Items(0, sum.AddOns)} can be sold again.",
    };

    /// <summary>Why this ticket cannot be chosen; null when it can.</summary>
    private string? WhyNot(OrderTicketRow row) => _what switch
    {
        RefundWhat.FeesOnly when row.Fee.Minor == 0 => "there was no fee",
        RefundWhat.FeesOnly when FeeLeft(row).Minor == 0 => _fee is null ? "the fee went back before" : "nothing of this fee is left",
        RefundWhat.FeesOnly => null,
        RefundWhat.TicketsAndFees or RefundWhat.TicketsOnly when row.Refunded => "refunded before",
        RefundWhat.TicketsAndFees or RefundWhat.TicketsOnly => null,
    };

    private string Worth(OrderTicketRow row) => _what switch
    {
        RefundWhat.TicketsAndFees => row.FeesLeft.Count > 0 ? $"{row.Price} and {FeeLeft(row)} fee" : row.Price.ToString(),
        RefundWhat.TicketsOnly => row.Price.ToString(),
        RefundWhat.FeesOnly => $"{FeeLeft(row)} fee",
    };

    /// <summary>What is left of the fees that are meant.</summary>
    private Money FeeLeft(OrderTicketRow row) => row.FeesLeft.Where(f => Means(f.Name)).Aggregate(Money.Zero(row.Fee.Currency), (sum, f) => sum + f.Amount);

    private bool Means(string fee) => _fee is null || fee == _fee;
}
