using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace TicketWeb.Components.Dashboard.Frame;

/// <summary>What the pages behind <see cref="Gate"/> share.</summary>
[Authorize]
public abstract class DashboardPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _leaving = new();

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required Handover Handover { get; set; }

    [Inject]
    public required IHostApplicationLifetime App { get; set; }

    /// <summary>Ends when the visitor leaves the page; for a page that follows something, when the app stops as well.</summary>
    protected CancellationToken Cancel => _leaving.Token;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <summary>
    /// Looks again and again while the page is open. Call it once it stands. An app that has stopped does not close its circuits, and what
    /// they would look at is there no longer.
    /// </summary>
    protected void Follow(TimeProvider clock, TimeSpan pause, Func<Task> look) => _ = InvokeAsync(async () =>
    {
        try
        {
            using var stopping = App.ApplicationStopping.Register(_leaving.Cancel);
            using var timer = new PeriodicTimer(pause, clock);
            while (await timer.WaitForNextTickAsync(Cancel))
                await look();
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The visitor has left the page, or the app has stopped.
        }
        catch (Exception e)
        {
            await DispatchExceptionAsync(e);
        }
    });
}
