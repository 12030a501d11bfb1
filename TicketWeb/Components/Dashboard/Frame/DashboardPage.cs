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

    /// <summary>Ends when the visitor leaves the page.</summary>
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

    /// <summary>Looks again and again while the page is open. Call it once it stands.</summary>
    protected void Follow(TimeProvider clock, TimeSpan pause, Func<Task> look) => _ = InvokeAsync(async () =>
    {
        try
        {
            using var timer = new PeriodicTimer(pause, clock);
            while (await timer.WaitForNextTickAsync(Cancel))
                await look();
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The visitor has left the page.
        }
        catch (Exception e)
        {
            await DispatchExceptionAsync(e);
        }
    });
}
