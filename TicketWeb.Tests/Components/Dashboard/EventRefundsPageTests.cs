using System.Data.Common;
using Bunit;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Radzen;
using Shouldly;
using TicketWeb.Components.Dashboard.Frame;
using TicketWeb.Components.Dashboard.Refunds;
using TicketWeb.Features.Events;
using TicketWeb.Features.Organizations;
using TicketWeb.Tests.Support;
using Xunit;
using TestContext = Xunit.TestContext;

namespace TicketWeb.Tests.Components.Dashboard;

/// <summary>The page that refunds a whole event, in the hands of somebody who clicks faster than it answers. A ticket of £25 carries a fee of £2.</summary>
public sealed class EventRefundsPageTests(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database = new(postgres);
    private readonly BunitContext _browser = new();
    private readonly FirstAnswerLast _answers = new();

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task An_answer_that_comes_after_that_to_a_later_choice_does_not_stand_for_it()
    {
        var page = await OpenAsync();
        Button(page).TextContent.ShouldBe("Refund £27.00");

        var held = _answers.HoldNext();
        var first = Choose(page, "Tickets only");
        await held;
        (Button(page).TextContent, Button(page).HasAttribute("disabled")).ShouldBe(("Refund", true), "until it is known what goes back, nothing does");
        await Choose(page, "Tickets and fees");
        Button(page).TextContent.ShouldBe("Refund £27.00");
        _answers.LetGo();
        await first;

        (Button(page).TextContent, Button(page).HasAttribute("disabled")).ShouldBe(("Refund £27.00", false));
        page.Find(".all-in").TextContent.ShouldContain("fees £2.00");
        await Choose(page, "Tickets only");
        Button(page).TextContent.ShouldBe("Refund £25.00", "what is chosen afterwards is answered as ever");
    }

    private async Task<IRenderedComponent<EventRefundsPage>> OpenAsync()
    {
        var services = _database.Build(s => s.AddSingleton<IInterceptor>(_answers));
        var night = await AnEvent.By(await AnOrganization.InAsync(services)).WithPool("Room", 10).With("Standing", 25m, "Room").PublishedAsync();
        await AnOrder.For(night).With(1, "Standing").PaidAsync();
        _browser.AddBunitPersistentComponentState();
        _browser.Services.AddMemoryCache().AddSingleton<IHostApplicationLifetime>(new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance));
        _browser.Services.AddFallbackServiceProvider(services);
        _browser.Services.AddSingleton<TimeProvider>(new StoppedTimers()).AddScoped<Handover>().AddScoped<DialogService>();
        var of = (await services.GetRequiredService<IEvents>().FindAsync(night.Id, Cancel))!;
        var page = _browser.Render<EventRefundsPage>(p => p.AddCascadingValue(new Membership(night.By.Access, night.By.Profile)).AddCascadingValue(of));
        await page.WaitForElementAsync("button[type=submit]", TimeSpan.FromSeconds(20));
        return page;
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<EventRefundsPage> page) => page.Find("button[type=submit]");

    /// <summary>Over once the page has taken its answer, or dropped it.</summary>
    private static Task Choose(IRenderedComponent<EventRefundsPage> page, string what) =>
        page.FindAll("label").Single(l => l.QuerySelector("b")?.TextContent == what).QuerySelector("input")!.ChangeAsync("on");

    /// <summary>The page would look for news meanwhile, and ask as well.</summary>
    private sealed class StoppedTimers : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Holds one question to the database until others are answered.</summary>
    private sealed class FirstAnswerLast : DbCommandInterceptor
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _toHold;

        /// <returns>Over once the next question is held.</returns>
        public Task HoldNext()
        {
            _toHold = 1;
            return _asked.Task;
        }

        public void LetGo() => _gone.SetResult();

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (Interlocked.Exchange(ref _toHold, 0) == 1)
            {
                _asked.SetResult();
                await _gone.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
            }

            return result;
        }
    }
}
