using Microsoft.AspNetCore.Components;
using TicketWeb.Components.Dashboard.Frame;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Organizations;

namespace TicketWeb.Components.Dashboard.Events;

/// <summary>The event's home: what is sold, reserved, left and inside, kept up to date while it is open.</summary>
public sealed partial class EventOverview
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private EventFigures? _figures;
    private string _live = "";

    [Inject]
    public required EventFiguresReader Reader { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private string Today => _figures!.SoldToday > 0 ? $" · +{Wording.Count(_figures.SoldToday)} today" : "";

    private string WithThem => _figures!.Sales.AddOns > 0 ? $" · with {Wording.Items(0, _figures.Sales.AddOns)}" : "";

    protected override async Task OnInitializedAsync()
    {
        if (May(Permission.SeeFigures))
            _figures = await Handover.LoadAsync($"figures {Happening.Id}", () => Reader.ReadAsync(Membership, Happening, null, Cancel));
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender && May(Permission.SeeFigures))
            Follow(Clock, Pause, LookAsync);
    }

    /// <summary>Draws only when a figure has moved, and reads the sales only when one has.</summary>
    private async Task LookAsync()
    {
        var now = await Reader.ReadAsync(Membership, Happening, _figures, Cancel);
        if (now == _figures)
            return;
        _figures = now;
        _live = $"Updated {Clock.GetUtcNow().ToOffset(Happening.LocalStart.Offset):HH:mm:ss}";
        StateHasChanged();
    }

    private static string RefundNote(RefundFigures refunds) =>
        $"{Wording.Count(refunds.Count)} {(refunds.Count == 1 ? "refund" : "refunds")}{(refunds.Fee.Minor > 0 ? $", {refunds.Fee} of which fees" : "")}{(refunds.ByReason is [var most, ..] ? $" · {most.Reason.Spoken()}" : "")}";

    private string? OrdersUrl(string state) => May(Permission.SeeOrders) ? $"{EventRoot}/orders?state={state}" : null;
}
