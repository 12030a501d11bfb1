using Microsoft.AspNetCore.Components;
using Radzen;
using TicketWeb.Components.Dashboard.Frame;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Settlements.UseCases;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Dashboard.Orders;

/// <summary>One order: what was bought, the tickets, the money both ways, and what the team can do about it.</summary>
public sealed partial class OrderSheet
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Saving _saving = new();
    private OrderDetails? _order;
    private bool _missing;
    private bool _hasCreditNotes;
    private string _live = "";

    [Parameter]
    public Guid Order { get; set; }

    [Inject]
    public required ShowOrder ShowOrder { get; set; }

    [Inject]
    public required IssueDocuments Papers { get; set; }

    [Inject]
    public required ResendTickets Resend { get; set; }

    [Inject]
    public required RepeatRefund Repeat { get; set; }

    [Inject]
    public required GiveRefundByHand Give { get; set; }

    [Inject]
    public required DialogService Dialogs { get; set; }

    [Inject]
    public required HandBackRefund HandBack { get; set; }

    [Inject]
    public required NotificationService Notes { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private OrderId Id => OrderId.From(Order);

    private IReadOnlyList<Crumb> Crumbs => [new("Orders", $"{Root}/orders")];

    /// <summary>What has gone back or is on its way.</summary>
    private Money Back => _order!.Refunds.Aggregate(Money.Zero(_order.Quote.Currency), (sum, r) => sum + r.Back);

    protected override async Task OnParametersSetAsync()
    {
        (_order, _hasCreditNotes) = await Handover.LoadAsync($"order {Order}", async () => (await ShowOrder.RunAsync(Access, Id, Cancel)) is { } order ? (order, await HasCreditNotesAsync(order)) : default);
        _missing = _order is null;
    }

    private async Task<bool> HasCreditNotesAsync(OrderDetails order) => order.Refunds.Count > 0 && await Papers.HasCreditNotesAsync(Access, Id, Cancel);

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            Follow(Clock, Pause, LookAsync);
    }

    /// <summary>Money on its way arrives, or does not, a moment after it was asked for: only then is there something to look for.</summary>
    private async Task LookAsync()
    {
        if (_order?.Refunds.Any(r => r is { Money: RefundState.Requested, ToHandBack: null }) != true)
            return;
        await ReloadAsync();
        StateHasChanged();
    }

    private async Task ReloadAsync()
    {
        var before = _order!.Refunds.Count(r => r is { Money: RefundState.Requested, ToHandBack: null });
        _order = await ShowOrder.RunAsync(Access, Id, Cancel) ?? _order;
        _hasCreditNotes = await HasCreditNotesAsync(_order);
        if (before > _order.Refunds.Count(r => r is { Money: RefundState.Requested, ToHandBack: null }))
            _live = "The bank has answered about a refund.";
    }

    private async Task ResendAsync()
    {
        if (await _saving.RunAsync(() => Resend.RunAsync(Access, Id, Cancel)))
            Notes.Notify(NotificationSeverity.Success, "The mail is on its way");
    }

    private async Task RepeatAsync(OrderRefundRow refund)
    {
        if (await _saving.RunAsync(() => Repeat.RunAsync(Access, Id, refund.MayRepeat!.Value, Cancel)))
            Notes.Notify(NotificationSeverity.Success, $"{refund.Owed} was asked for again");
        await ReloadAsync();
    }

    private async Task GiveAsync(OrderRefundRow refund)
    {
        if (await Dialogs.Confirm(
            $"Only if the buyer has {refund.Owed} already, by a transfer or in cash: nothing more is sent to them. Your name stands beside it, and you are owed that money instead.",
            $"Was {refund.Owed} given back?", new ConfirmOptions { OkButtonText = "It was given back", CancelButtonText = "Not yet" }) != true)
            return;
        if (await _saving.RunAsync(() => Give.RunAsync(Access, Id, refund.MayRepeat!.Value, CancellationToken.None)))
            Notes.Notify(NotificationSeverity.Success, $"{refund.Owed} was given back");
        await ReloadAsync();
    }

    private async Task HandBackAsync(OrderRefundRow refund)
    {
        if (await _saving.RunAsync(() => HandBack.RunAsync(Access, Id, refund.ToHandBack!.Value, CancellationToken.None)))
            Notes.Notify(NotificationSeverity.Success, $"{refund.Amount} was given back");
        await ReloadAsync();
    }

    private static string Provider(OrderDetails order) => ProviderWords.Spoken(order.Payments[0].Provider);

    private DateTimeOffset Local(DateTimeOffset at) => at.LocalTime(Organization.TimeZone);

    private string CheckIn(OrderTicket ticket) => ticket.CheckedInAt is { } at
        ? $" · came in {Wording.Minute(at.LocalTime(_order!.Event.Venue.TimeZone))}{(ticket.Gate.Length > 0 ? $", {ticket.Gate}" : "")}"
        : "";
}
