using Microsoft.AspNetCore.Components;
using Radzen;
using TicketWeb.Components.Dashboard.Frame;
using TicketWeb.Features.Events;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Dashboard.Refunds;

/// <summary>What of an event has gone back, and the way to send back all of it: totals first, then progress that survives a reload.</summary>
public sealed partial class EventRefundsPage
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Saving _saving = new();
    private readonly Saving _acting = new();
    private readonly LastChoice _choice = new();
    private EventRefunds? _refunds;
    private EventRefundView? _run;
    private EventRefundSum? _left;
    private RefundWhat _what;
    private string? _reason = nameof(RefundReason.EventCancelled);
    private string? _note;
    private string _live = "";

    [Inject]
    public required ShowRefunds ShowRefunds { get; set; }

    [Inject]
    public required RefundEvent Refund { get; set; }

    [Inject]
    public required DialogService Dialogs { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    protected override async Task OnInitializedAsync() =>
        (_refunds, _run, _left) = await Handover.LoadAsync($"refunds {Happening.Id}", async () => (
            await ShowRefunds.RunAsync(Access, Happening, Cancel), await Refund.ProgressAsync(Access, Happening, Cancel), await Refund.PreviewAsync(Access, Happening, _what, Cancel)));

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender && May(Permission.RefundOrders))
            Follow(Clock, Pause, LookAsync);
    }

    /// <summary>Orders are done one after the other, and banks answer a moment after that.</summary>
    private async Task LookAsync()
    {
        var (refunds, run) = (_refunds, _run);
        await ReadAsync();
        if (run is { Running: true } && _run is { Running: false } over)
            _live = $"The refund is over: {over.Done} orders done, {over.Failures.Count} failed.";
        if (run is { Running: true } || refunds?.Figures.Count != _refunds?.Figures.Count || refunds?.Failed.Count != _refunds?.Failed.Count || refunds?.ToHandBack.Count != _refunds?.ToHandBack.Count)
            StateHasChanged();
    }

    private async Task ReadAsync()
    {
        var before = _run;
        _run = await Refund.ProgressAsync(Access, Happening, Cancel);
        _refunds = await ShowRefunds.RunAsync(Access, Happening, Cancel);
        if (before?.Running != _run?.Running)
            await ReckonAsync();
    }

    private Task ChooseAsync(RefundWhat what)
    {
        _what = what;
        return ReckonAsync();
    }

    /// <summary>Until the choice is answered nothing can be refunded.</summary>
    private Task ReckonAsync() => _choice.AskAsync(() => Refund.PreviewAsync(Access, Happening, _what, Cancel), left => _left = left);

    private async Task StartAsync()
    {
        if (_choice.Waits)
            return;
        var sum = _left!.Sum;
        var input = new EventRefundInput(_what, Enum.TryParse<RefundReason>(_reason, out var reason) ? reason : null, _note);
        if (_reason is { Length: > 0 } && await Dialogs.Confirm(
            $"{sum.Total} goes back to the buyers of {Wording.Count(_left.Orders)} orders, and {Wording.Tickets(sum.Tickets)} will not let anybody in any more. Every buyer gets a mail. What has gone back cannot be undone.",
            $"Refund {Happening.Title}?", new ConfirmOptions { OkButtonText = $"Refund {sum.Total}", CancelButtonText = "Keep" }) != true)
            return;
        await _saving.RunAsync(() => Refund.StartAsync(Access, Happening, input, Cancel));
        await ReadAsync();
    }

    private Task StopAsync() => ActAsync(Refund.StopAsync);

    private Task TryAgainAsync() => ActAsync(Refund.TryAgainAsync);

    private async Task ActAsync(Func<Access, EventView, CancellationToken, Task<Outcome<Done>>> act)
    {
        await _acting.RunAsync(() => act(Access, Happening, Cancel));
        await ReadAsync();
    }
}
