using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using TicketWeb.Platform.Reconciling;
using TicketWeb.Platform.Security;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Platform.Reconciling;

public sealed class ReconciliationsTests(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly Operator Somebody = new(Guid.NewGuid());

    private readonly TestDatabase _database = new(postgres);
    private readonly Shouts _shouts = new();
    private ServiceProvider _services = null!;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _services = _database.Build(s => s.AddLogging(l => l.AddProvider(_shouts)));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_night_has_one_run_however_many_nodes_ask_for_it()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Runs.WantNightlyAsync(Cancel)));
        (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => WorkAsync()))).Sum().ShouldBe(1);

        // Noon, and the next night begins at three.
        _database.Clock.Advance(TimeSpan.FromHours(14.9));
        await Runs.WantNightlyAsync(Cancel);
        (await WorkAsync()).ShouldBe(0);
        _database.Clock.Advance(TimeSpan.FromHours(0.1));
        await Runs.WantNightlyAsync(Cancel);
        (await WorkAsync()).ShouldBe(1);

        var runs = (await Runs.ListAsync(Somebody, null, Cancel)).Runs;
        runs.Count.ShouldBe(2);
        runs.ShouldAllBe(r => r.Nightly && r.Ended && r.Differences == 0 && r.ChecksDone == r.Checks && r.Checks > 5);
        _shouts.Heard.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_difference_is_shouted_and_kept()
    {
        await AnEvent.By(await AnOrganization.InAsync(_database.Services)).WithPool("Room", 10).WithPool("Hall", 10).With("Standing", 25m, "Room", "Hall").PublishedAsync();
        await _database.AskAsync("update inventory.pools set claimed = 7");
        await Runs.WantAsync(Somebody, Cancel);

        await WorkAsync();

        var run = (await Runs.ListAsync(Somebody, null, Cancel)).Runs.ShouldHaveSingleItem();
        (run.Nightly, run.Differences).ShouldBe((false, 2));
        var lines = (await Runs.LinesAsync(Somebody, run.Id, Cancel))!;
        lines.Count.ShouldBe(2);
        lines.ShouldAllBe(l => l.Contains("counts 7 claimed, but its reservations hold 0."));
        _shouts.Heard.ShouldBe(lines.Select(l => $"The books differ: {l}"));
    }

    [Fact]
    public async Task Asking_twice_is_asking_once_until_it_is_done()
    {
        await Runs.WantAsync(Somebody, Cancel);
        await Runs.WantAsync(Somebody, Cancel);
        (await Runs.ListAsync(Somebody, null, Cancel)).Runs.ShouldHaveSingleItem().Ended.ShouldBeFalse();

        await WorkAsync();
        _database.Clock.Advance(TimeSpan.FromMinutes(1));
        await Runs.WantAsync(Somebody, Cancel);

        (await Runs.ListAsync(Somebody, null, Cancel)).Runs.Select(r => r.Ended).ShouldBe([false, true]);
    }

    [Fact]
    public async Task A_run_that_broke_off_says_why_and_is_done_again()
    {
        var services = _database.Build(s => s.AddChecks(new Check("Wrong", "select 'No such table' from nowhere")));
        await Runs.WantAsync(Somebody, Cancel);

        await WorkAsync(services);

        var broken = (await Runs.ListAsync(Somebody, null, Cancel)).Runs.ShouldHaveSingleItem();
        broken.Trouble!.ShouldContain("nowhere");
        (broken.ChecksDone, broken.Checks, broken.Ended).ShouldBe((broken.Checks - 1, broken.Checks, false));
        _database.Clock.Advance(TimeSpan.FromMinutes(1));
        await WorkAsync();
        (await Runs.ListAsync(Somebody, null, Cancel)).Runs.ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Ended.ShouldBeTrue(), r => r.Trouble.ShouldBeNull(), r => r.Took.ShouldNotBeNull());
    }

    [Fact]
    public async Task Runs_are_paged_newest_first_and_none_is_shown_twice()
    {
        for (var i = 0; i < Reconciliations.PageSize + 3; i++)
        {
            await Runs.WantAsync(Somebody, Cancel);
            await WorkAsync();
            _database.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var first = await Runs.ListAsync(Somebody, null, Cancel);
        var second = await Runs.ListAsync(Somebody, first.Next, Cancel);

        (first.Runs.Count, second.Runs.Count, second.Next).ShouldBe((Reconciliations.PageSize, 3, null));
        first.Runs.Concat(second.Runs).Select(r => r.WantedAt).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public async Task The_running_app_does_what_was_asked_for_by_itself()
    {
        using var worker = ActivatorUtilities.CreateInstance<ReconcilingWorker>(_services);
        using var night = ActivatorUtilities.CreateInstance<NightlyReconciliation>(_services);
        await worker.StartAsync(Cancel);
        await night.StartAsync(Cancel);

        while (!(await Runs.ListAsync(Somebody, null, Cancel)).Runs.Any(r => r.Nightly && r.Ended))
            await Task.Delay(20, Cancel);

        await night.StopAsync(Cancel);
        await worker.StopAsync(Cancel);
    }

    private Reconciliations Runs => _services.GetRequiredService<Reconciliations>();

    private async Task<int> WorkAsync(IServiceProvider? services = null)
    {
        using var worker = ActivatorUtilities.CreateInstance<ReconcilingWorker>(services ?? _services);
        return await worker.WorkDueAsync(Cancel);
    }
}
