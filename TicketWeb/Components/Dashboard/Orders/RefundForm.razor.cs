using Microsoft.AspNetCore.Components;
using Radzen;
using TicketWeb.Components.Dashboard.Fields;
using TicketWeb.Components.Dashboard.Frame;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Organizations;

namespace TicketWeb.Components.Dashboard.Orders;

/// <summary>A refund of one order: which tickets, with or without fees, and why.</summary>
public sealed partial class RefundForm
{
    internal static readonly IReadOnlyList<Choice> Reasons = [.. Enum.GetValues<RefundReason>().Select(r => new Choice(r.ToString(), r.Spoken()))];

    private static readonly (RefundWhat What, string Name, string Meaning)[] Kinds =
    [
        (RefundWhat.TicketsAndFees, "Tickets and fees", "All that was paid for them."),
        (RefundWhat.TicketsOnly, "Tickets only", "Their fees are kept."),
        (RefundWhat.FeesOnly, "Fees only", "The tickets stay good."),
    ];

    /// <summary>The same for every try to send this form, so that it refunds once.</summary>
    private readonly Guid _key = Guid.CreateVersion7();
    private readonly Saving _saving = new();
    private readonly HashSet<int> _chosen = [];
    private RefundWhat _what;
    private string? _reason;
    private string? _note;
    private RefundSum? _sum;
    private string _why = "Choose the tickets.";

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

    /// <summary>What no gateway has taken no gateway sends back.</summary>
    private bool ByHand => Order.Payments.Any(p => p.Tender is not null);

    /// <summary>Where all tickets have gone back, fees that were kept are all that is left.</summary>
    protected override void OnInitialized() => _what = Order.Tickets.All(t => t.Refunded) ? RefundWhat.FeesOnly : RefundWhat.TicketsAndFees;

    private Task ChooseAsync(RefundWhat what)
    {
        _what = what;
        _chosen.RemoveWhere(p => WhyNot(Order.Tickets.Single(t => t.Ticket.Position == p)) is not null);
        return ReckonAsync();
    }

    private Task ToggleAsync(int position)
    {
        if (!_chosen.Remove(position))
            _chosen.Add(position);
        return ReckonAsync();
    }

    private async Task ReckonAsync()
    {
        var previewed = await Refund.PreviewAsync(Access, Order.Id, [.. _chosen], _what, CancellationToken.None);
        (_sum, _why) = previewed.IsDone(out var sum, out var refusal) ? (sum, "") : (null, refusal.Sentence);
    }

    private async Task RefundAsync()
    {
        if (_sum is not { } sum || _saving.Busy)
            return;
        var amount = sum.Total.Minor > 0 ? $"Refund {sum.Total}" : $"Take back {Wording.Tickets(sum.Tickets)}";
        var meaning = $"{(sum.Total.Minor > 0 ? $"{sum.Total} goes back to the buyer. {(ByHand ? "It was paid at the desk: give it back by hand, and say so afterwards. " : "")}" : "")}{(sum.Tickets > 0 ? $"{Wording.Tickets(sum.Tickets)} will not let anybody in any more. " : "")}This cannot be undone.";
        if (_reason is not null && await Dialogs.Confirm(meaning, $"{amount}?", new ConfirmOptions { OkButtonText = amount, CancelButtonText = "Keep" }) != true)
            return;

        var input = new RefundInput([.. _chosen], _what, Enum.TryParse<RefundReason>(_reason, out var reason) ? reason : null, _note, _key);
        if (!await _saving.RunAsync(() => Refund.RunAsync(Access, Order.Id, input, CancellationToken.None)))
            return;
        Notes.Notify(NotificationSeverity.Success, sum.Total.Minor > 0 ? $"{sum.Total} {(ByHand ? "has to be given back" : "is on its way back")}" : $"{Wording.Tickets(sum.Tickets)} taken back");
        await Done.InvokeAsync();
    }

    /// <summary>Why this ticket cannot be chosen; null when it can.</summary>
    private string? WhyNot(OrderTicketRow row) => _what switch
    {
        RefundWhat.FeesOnly when row.Fee.Minor == 0 => "there was no fee",
        RefundWhat.FeesOnly when !row.FeeLeft => "the fee went back before",
        RefundWhat.FeesOnly => null,
        RefundWhat.TicketsAndFees or RefundWhat.TicketsOnly when row.Refunded => "refunded before",
        RefundWhat.TicketsAndFees or RefundWhat.TicketsOnly => null,
    };

    private string Worth(OrderTicketRow row) => _what switch
    {
        RefundWhat.TicketsAndFees => row.FeeLeft ? $"{row.Price} and {row.Fee} fee" : row.Price.ToString(),
        RefundWhat.TicketsOnly => row.Price.ToString(),
        RefundWhat.FeesOnly => $"{row.Fee} fee",
    };
}
