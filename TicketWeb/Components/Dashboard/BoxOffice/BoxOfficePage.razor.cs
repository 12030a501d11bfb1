using Microsoft.AspNetCore.Components;
using TicketWeb.Components.Dashboard.Frame;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Dashboard.BoxOffice;

/// <summary>Sells one event at the desk: what is wanted, then the money for it, while the seats are held.</summary>
public sealed partial class BoxOfficePage
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Saving _holding = new();
    private readonly Dictionary<TicketTypeId, int> _counts = [];
    private IReadOnlyList<DeskRow>? _rows;
    private StartedOrder? _held;
    private CheckoutView? _sale;
    private Money _due;
    private bool _comp;
    private string? _reason;

    /// <summary>The same for every try to hold what is chosen, so that it is held once.</summary>
    private string _key = NewKey();

    [Inject]
    public required ShowDesk ShowDesk { get; set; }

    [Inject]
    public required ReckonOrder Reckon { get; set; }

    [Inject]
    public required SellAtDesk Sell { get; set; }

    [Inject]
    public required Features.Orders.UseCases.Checkout Orders { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    /// <summary>Tickets; an add-on is none.</summary>
    private int Chosen => (_rows ?? []).Where(r => !r.IsAddOn).Sum(Count);

    private Money Due => _comp ? Money.Zero(Happening.Currency) : _due;

    private List<TicketCount> Wanted => [.. _counts.Select(c => new TicketCount(c.Key, c.Value))];

    protected override async Task OnInitializedAsync()
    {
        _due = Money.Zero(Happening.Currency);
        _rows = await Handover.LoadAsync($"desk {Happening.Id}", () => ShowDesk.RunAsync(Access, Happening, Cancel));
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            Follow(Clock, Pause, LookAsync);
    }

    /// <summary>Others buy meanwhile.</summary>
    private async Task LookAsync()
    {
        if (_held is not null)
            return;
        var now = await ShowDesk.RunAsync(Access, Happening, Cancel);
        if (_rows is not null && now.SequenceEqual(_rows))
            return;
        _rows = now;
        StateHasChanged();
    }

    private int Count(DeskRow row) => _counts.GetValueOrDefault(row.Id);

    /// <summary>One up or down; from nothing straight to the fewest that are sold together, and from there straight back.</summary>
    private Task MoveAsync(DeskRow row, int by)
    {
        var next = Count(row) + by;
        return SetAsync(row, next < row.Fewest ? (by > 0 ? row.Fewest : 0) : next);
    }

    private async Task SetAsync(DeskRow row, int count)
    {
        _counts[row.Id] = Math.Clamp(count, 0, row.Most);
        // Another wish is another order.
        var key = _key = NewKey();
        var reckoned = await Reckon.RunAsync(Happening, Wanted, new Dictionary<TicketTypeId, string>(), atDesk: true, Cancel);
        if (key == _key && reckoned.IsDone(out var quote, out _))
            _due = quote.Total;
    }

    private async Task HoldAsync()
    {
        StartedOrder? held = null;
        await _holding.RunAsync(async () =>
        {
            var outcome = await Sell.HoldAsync(Access, Happening, Wanted, _comp ? _reason ?? "" : null, _key, Cancel);
            outcome.IsDone(out held, out _);
            return outcome;
        });
        if (held is null)
            return;
        _sale = await Orders.FindAsync(held.Id, held.Secret, Cancel);
        _held = held;
    }

    private async Task ChooseAgainAsync()
    {
        await Sell.LetGoAsync(Access, _held!, Cancel);
        (_held, _sale, _key) = (null, null, NewKey());
        await LookAsync();
    }

    private void ShowSale(string? given) => Navigation.NavigateTo(
        Navigation.GetUriWithQueryParameters($"{EventRoot}/box-office/{_held!.Id.Value}", new Dictionary<string, object?> { ["given"] = string.IsNullOrWhiteSpace(given) ? null : given.Trim() }));

    private static string NewKey() => Guid.NewGuid().ToString("N");

    private static string Left(DeskRow row) => row switch
    {
        { IsSold: false } => "not on sale now",
        { Left: 0 } => "sold out",
        { Left: { } left } => $"{Wording.Count(left)} left",
        _ => "any number",
    };
}
