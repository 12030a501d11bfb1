using Microsoft.AspNetCore.Components;
using TicketWeb.Components.Dashboard.Frame;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Platform.Jobs;
using TicketWeb.Platform.Reconciling;

namespace TicketWeb.Components.Dashboard.Operations;

/// <summary>The page of those who run the installation. What is shown of it is in the address, and keeps itself up to date.</summary>
public sealed partial class OperationsPage
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private OperationsView? _view;

    /// <summary>A queue's name, or the checks; facts unless said.</summary>
    [SupplyParameterFromQuery]
    public string? Show { get; set; }

    /// <summary>What was set aside instead of what waits for somebody to decide.</summary>
    [SupplyParameterFromQuery]
    public bool Aside { get; set; }

    /// <summary>The last row of the page before.</summary>
    [SupplyParameterFromQuery]
    public string? After { get; set; }

    /// <summary>The run whose differences are shown; the page's first unless said.</summary>
    [SupplyParameterFromQuery]
    public string? Run { get; set; }

    [Inject]
    public required StuckJobs StuckJobs { get; set; }

    [Inject]
    public required Reconciliations Reconciliations { get; set; }

    [Inject]
    public required NameOrders NameOrders { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private string Shown => Show is OperationsAddress.Mails or OperationsAddress.Checks ? Show : OperationsAddress.Facts;

    private Guid? AfterId => Guid.TryParse(After, out var id) ? id : null;

    private string Checked => _view!.Last switch
    {
        null => "The first check is to come.",
        { GivenUp: true } => "The check broke off.",
        { Ended: false } => "The check is at work.",
        { WantedAt: var at } => $"Checked {Age(at)} ago.",
    };

    protected override async Task OnParametersSetAsync() => _view = await Handover.LoadAsync($"operations {Shown} {Aside} {After} {Run}", ReadAsync);

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            Follow(Clock, Pause, LookAsync);
    }

    private async Task LookAsync()
    {
        var address = Navigation.Uri;
        var view = await ReadAsync();
        // The visitor may have gone on to another list meanwhile.
        if (address != Navigation.Uri)
            return;
        _view = view;
        StateHasChanged();
    }

    private async Task<OperationsView> ReadAsync()
    {
        var (shown, aside, after, run) = (Shown, Aside, AfterId, Run);
        var newest = await Reconciliations.ListAsync(Operator, null, Cancel);
        var view = new OperationsView(shown, aside, after, await StuckJobs.FiguresAsync(Operator, Cancel), First(newest));
        if (shown != OperationsAddress.Checks)
        {
            var stuck = await StuckJobs.ListAsync(Operator, shown, aside, after, Cancel);
            return view with { Stuck = stuck, Numbers = await NameOrders.RunAsync(Operator, [.. stuck.Jobs.Select(j => j.About).OfType<Guid>().Distinct()], Cancel) };
        }

        var runs = after is null ? newest : await Reconciliations.ListAsync(Operator, after, Cancel);
        var chosen = Guid.TryParse(run, out var id) ? runs.Runs.FirstOrDefault(r => r.Id == id) : First(runs);
        return view with { Runs = runs, Chosen = chosen, Lines = chosen is null ? [] : await Reconciliations.LinesAsync(Operator, chosen.Id, Cancel) ?? [] };
    }

    private async Task RunNowAsync()
    {
        await Reconciliations.WantAsync(Operator, Cancel);
        await LookAsync();
    }

    private static ReconciliationView? First(ReconciliationPage page) => page.Runs is [var first, ..] ? first : null;

    private string Age(DateTimeOffset since) => Wording.Age(Clock.GetUtcNow() - since);

    private static string Waiting(string queue) => $"{char.ToUpperInvariant(queue[0])}{queue[1..]} waiting";
}
