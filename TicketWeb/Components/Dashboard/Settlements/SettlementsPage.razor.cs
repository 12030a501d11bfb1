using System.Globalization;
using Microsoft.AspNetCore.Components;
using Radzen;
using TicketWeb.Components.Dashboard.Frame;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Payments.UseCases;
using TicketWeb.Features.Settlements;
using TicketWeb.Features.Settlements.UseCases;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Dashboard.Settlements;

/// <summary>What the organization is owed at the moment, the statements of the periods before, and the way to close one.</summary>
public sealed partial class SettlementsPage
{
    private readonly Saving _closing = new();
    private readonly Saving _adjusting = new();
    private StatementView? _open;
    private IReadOnlyList<StatementRow> _statements = [];
    private IReadOnlyList<DisputeView> _disputes = [];
    private string? _lastDay;
    private string? _amount;
    private string? _reason;
    private Guid _key = Guid.NewGuid();

    [Inject]
    public required ShowStatement ShowStatement { get; set; }

    [Inject]
    public required ListStatements ListStatements { get; set; }

    [Inject]
    public required ListDisputes ListDisputes { get; set; }

    [Inject]
    public required CloseStatement Close { get; set; }

    [Inject]
    public required AdjustBook Adjust { get; set; }

    [Inject]
    public required DialogService Dialogs { get; set; }

    [Inject]
    public required NotificationService Notes { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    protected override async Task OnInitializedAsync()
    {
        (_open, _statements, _disputes) = await Handover.LoadAsync($"settlements {Organization.Id}", LoadAsync);
        // Months are what most people settle by; where last month is closed or was before the first sale, it is yesterday.
        var today = DateOnly.FromDateTime(Clock.GetUtcNow().LocalTime(Organization.TimeZone).DateTime);
        var lastMonth = today.AddDays(-today.Day);
        _lastDay = (_open?.FirstDay > lastMonth ? today.AddDays(-1) : lastMonth).ToString("O", CultureInfo.InvariantCulture);
    }

    private async Task<(StatementView?, IReadOnlyList<StatementRow>, IReadOnlyList<DisputeView>)> LoadAsync() =>
        (await ShowStatement.RunAsync(Access, null, Cancel), await ListStatements.RunAsync(Access, Cancel), await ListDisputes.RunAsync(Access, Cancel));

    private async Task CloseAsync()
    {
        // A day that is no day is refused like one that is not over.
        var day = DateOnly.TryParseExact(_lastDay, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed) ? typed : DateOnly.MaxValue;
        if (day != DateOnly.MaxValue && await Dialogs.Confirm(
            $"All that is booked up to {Wording.Date(day)} becomes a statement that nobody can change.", "Close the period?", new ConfirmOptions { OkButtonText = "Close it", CancelButtonText = "Not yet" }) != true)
            return;
        if (!await _closing.RunAsync(() => Close.RunAsync(Access, day, Cancel)))
            return;
        Notes.Notify(NotificationSeverity.Success, "Period closed");
        (_open, _statements, _disputes) = await LoadAsync();
    }

    private async Task AdjustAsync()
    {
        if (!await _adjusting.RunAsync(() => Adjust.RunAsync(Access, new AdjustmentInput(_amount, _reason, _key), Cancel)))
            return;
        (_amount, _reason, _key) = (null, null, Guid.NewGuid());
        Notes.Notify(NotificationSeverity.Success, "Adjustment entered");
        (_open, _statements, _disputes) = await LoadAsync();
    }
}
