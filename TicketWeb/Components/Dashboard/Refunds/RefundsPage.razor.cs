using Microsoft.AspNetCore.Components;
using TicketWeb.Components.Dashboard.Frame;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Dashboard.Refunds;

/// <summary>What all of the organization has sent back in a period.</summary>
public sealed partial class RefundsPage : OrganizationPage
{
    private readonly Saving _reading = new();
    private RefundPeriod? _period;
    private IReadOnlyList<RefundFigures> _figures = [];
    private string? _first;
    private string? _last;

    /// <summary>"2027-03-01"; without it, the first of the month.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    /// <summary>"2027-03-31"; without it, today.</summary>
    [SupplyParameterFromQuery]
    public string? To { get; set; }

    [Inject]
    public required ReportRefunds Report { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().LocalTime(Organization.TimeZone).DateTime);

    private (string Name, RefundPeriod Period)[] Periods =>
    [
        ("This month", RefundPeriod.MonthOf(Today)),
        ("Last month", RefundPeriod.MonthOf(Today.AddMonths(-1))),
        ("This year", new RefundPeriod(new DateOnly(Today.Year, 1, 1), new DateOnly(Today.Year, 12, 31))),
        ("Last year", new RefundPeriod(new DateOnly(Today.Year - 1, 1, 1), new DateOnly(Today.Year - 1, 12, 31))),
    ];

    protected override async Task OnParametersSetAsync()
    {
        (_first, _last) = (From, To);
        _period = await ReadAsync();
        if (_period is null)
            return;
        (_first, _last) = ($"{_period.From:O}", $"{_period.To:O}");
        _figures = await Handover.LoadAsync($"refunds {_first} {_last}", () => Report.RunAsync(Access, _period, Cancel)) ?? [];
    }

    private async Task ShowAsync()
    {
        if (await ReadAsync() is { } period)
            Navigation.NavigateTo(Address("refunds", period));
    }

    /// <summary>The days that were typed; null where they are none, and then what is wrong stands beside them.</summary>
    private async Task<RefundPeriod?> ReadAsync()
    {
        var read = RefundPeriod.Read(_first, _last, Today);
        await _reading.RunAsync(() => Task.FromResult(read));
        return read.IsDone(out var period, out _) ? period : null;
    }

    private string Address(string page, RefundPeriod period) => $"{Root}/{page}?from={period.From:O}&to={period.To:O}";
}
