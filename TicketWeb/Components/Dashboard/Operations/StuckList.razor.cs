using Microsoft.AspNetCore.Components;
using Radzen;
using TicketWeb.Components.Dashboard.Frame;
using TicketWeb.Kernel;
using TicketWeb.Platform.Jobs;
using TicketWeb.Platform.Security;

namespace TicketWeb.Components.Dashboard.Operations;

/// <summary>What of one queue was given up, and the two things to do about it.</summary>
public sealed partial class StuckList
{
    private readonly Saving _saving = new();
    private ElementReference _heading;
    private Guid? _asking;
    private string? _reason;

    [CascadingParameter]
    public required Operator Operator { get; set; }

    [Parameter, EditorRequired]
    public required OperationsView View { get; set; }

    [Parameter]
    public EventCallback Changed { get; set; }

    [Inject]
    public required StuckJobs StuckJobs { get; set; }

    [Inject]
    public required NotificationService Notes { get; set; }

    private StuckPage Page => View.Stuck!;

    private QueueFigures Figures => View.Figures.Single(f => f.Queue == View.Show);

    private string Explanation => View.Show == OperationsAddress.Mails
        ? "Every mail went out, or waits for its next attempt. One that cannot be delivered in a day and a half comes here."
        : "Every fact was told to all who follow from it, or waits for its next attempt. One that fails for two hours comes here.";

    private void Ask(Guid? id) => (_asking, _reason) = (_asking == id ? null : id, null);

    private Task TryAgainAsync(Guid id) => DoAsync(() => StuckJobs.TryAgainAsync(Operator, View.Show, id, CancellationToken.None), "It is tried again");

    private Task TryAllAgainAsync() => DoAsync(
        async () => (Outcome<int>)await StuckJobs.TryAllAgainAsync(Operator, View.Show, CancellationToken.None), $"All {Wording.Count(Figures.Stuck)} are tried again");

    private Task SetAsideAsync() => DoAsync(() => StuckJobs.SetAsideAsync(Operator, View.Show, _asking!.Value, _reason, CancellationToken.None), "Set aside");

    /// <summary>The row that was acted on is gone afterwards: whoever works with the keyboard goes on from the heading.</summary>
    private async Task DoAsync<T>(Func<Task<Outcome<T>>> work, string done) where T : notnull
    {
        if (!await _saving.RunAsync(work))
            return;
        Notes.Notify(NotificationSeverity.Success, done);
        _asking = null;
        await Changed.InvokeAsync();
        await _heading.FocusAsync();
    }
}
