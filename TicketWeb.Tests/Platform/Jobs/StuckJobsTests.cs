using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shouldly;
using TicketWeb.Features.Messages.UseCases;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Jobs;
using TicketWeb.Platform.Mail;
using TicketWeb.Platform.Outbox;
using TicketWeb.Platform.Security;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Platform.Jobs;

/// <summary>Facts and mails that were given up, in the hands of an operator.</summary>
public sealed class StuckJobsTests(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly Operator Olu = new(Guid.NewGuid());

    private readonly TestDatabase _database = new(postgres);
    private readonly Handler _handler = new();
    private ServiceProvider _services = null!;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _services = _database.Build(s => s.RemoveAll<IHandle<RefundRequested>>().AddSingleton<IHandle<RefundRequested>>(_handler));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_fact_that_was_given_up_says_what_it_is_and_why()
    {
        var order = await AnOrder.For(await AnEvent.By(await AnOrganization.InAsync(_database.Services)).WithPool("Room", 5).With("Standing", 0m, "Room").PublishedAsync()).With(1, "Standing").PaidAsync();
        await GiveUpAsync(order.Id.Value);

        var job = (await Stuck.ListAsync(Olu, "facts", false, null, Cancel)).Jobs.ShouldHaveSingleItem();

        (job.What, job.About, job.Attempts, job.LastError, job.Reason).ShouldBe(("RefundRequested", order.Id.Value, 12, "The bank is closed.", null));
        job.GivenUpAt.ShouldBe(_database.Clock.GetUtcNow());
        var numbers = await _database.Get<NameOrders>().RunAsync(Olu, [order.Id.Value, Guid.NewGuid()], Cancel);
        numbers.ShouldBe(new Dictionary<Guid, string> { [order.Id.Value] = (await order.ViewAsync()).Number });
    }

    [Fact]
    public async Task What_is_tried_again_is_as_if_just_written_and_works_once_its_cause_is_gone()
    {
        var fact = await GiveUpAsync(Guid.NewGuid());

        (await Stuck.TryAgainAsync(Olu, "facts", await OnlyAsync(), Cancel)).Refusal.ShouldBeNull();
        await _database.TellFactsAsync(_services);
        (await Stuck.ListAsync(Olu, "facts", false, null, Cancel)).Jobs.ShouldBeEmpty("eleven attempts are left");

        _handler.Closed = false;
        _database.Clock.Advance(TimeSpan.FromSeconds(2));
        await _database.TellFactsAsync(_services);
        _handler.Heard.ShouldBe([fact]);
    }

    [Fact]
    public async Task All_are_tried_again_but_what_was_set_aside()
    {
        await GiveUpAsync(Guid.NewGuid());
        var aside = await OnlyAsync();
        await Stuck.SetAsideAsync(Olu, "facts", aside, "Paid back by hand.", Cancel);
        var others = new[] { await GiveUpAsync(Guid.NewGuid()), await GiveUpAsync(Guid.NewGuid()) };
        _handler.Closed = false;

        (await Stuck.TryAllAgainAsync(Olu, "facts", Cancel)).ShouldBe(2);
        await _database.TellFactsAsync(_services);

        _handler.Heard.Order().ShouldBe(others.Order());
    }

    [Fact]
    public async Task What_is_set_aside_needs_a_reason_and_can_be_taken_up_again()
    {
        var fact = await GiveUpAsync(Guid.NewGuid());
        var id = await OnlyAsync();

        (await Stuck.SetAsideAsync(Olu, "facts", id, "  ", Cancel)).Refusal.ShouldBeOfType<InvalidInput>().Errors.ShouldHaveSingleItem().Field.ShouldBe("reason");
        (await Stuck.SetAsideAsync(Olu, "facts", id, new string('x', 201), Cancel)).Refusal.ShouldBeOfType<InvalidInput>();
        (await Stuck.SetAsideAsync(Olu, "facts", id, " Paid back by hand. ", Cancel)).Refusal.ShouldBeNull();

        (await Stuck.ListAsync(Olu, "facts", false, null, Cancel)).Jobs.ShouldBeEmpty();
        (await Stuck.ListAsync(Olu, "facts", true, null, Cancel)).Jobs.ShouldHaveSingleItem().Reason.ShouldBe("Paid back by hand.");
        (await FiguresAsync("facts")).ShouldSatisfyAllConditions(f => f.Stuck.ShouldBe(0), f => f.SetAside.ShouldBe(1));

        _handler.Closed = false;
        await Stuck.TryAgainAsync(Olu, "facts", id, Cancel);
        await _database.TellFactsAsync(_services);
        _handler.Heard.ShouldBe([fact]);
        (await FiguresAsync("facts")).SetAside.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_not_stuck_is_not_there()
    {
        var waiting = await WriteAsync(Guid.NewGuid());
        var id = (Guid)(await _database.AskAsync("select id from platform.outbox"))!;
        waiting.ShouldNotBe(id);

        (await Stuck.TryAgainAsync(Olu, "facts", id, Cancel)).Refusal.ShouldBeOfType<NotFound>();
        (await Stuck.SetAsideAsync(Olu, "facts", id, "Because.", Cancel)).Refusal.ShouldBeOfType<NotFound>();
        (await Stuck.TryAgainAsync(Olu, "secrets", id, Cancel)).Refusal.ShouldBeOfType<NotFound>();
        (await Stuck.ListAsync(Olu, "secrets", false, null, Cancel)).Jobs.ShouldBeEmpty();
    }

    [Fact]
    public async Task Figures_say_how_much_waits_and_since_when()
    {
        (await FiguresAsync("facts")).ShouldBe(new QueueFigures("facts", 0, null, 0, 0));
        var since = _database.Clock.GetUtcNow();
        await WriteAsync(Guid.NewGuid());
        _database.Clock.Advance(TimeSpan.FromMinutes(5));
        await WriteAsync(Guid.NewGuid());

        (await FiguresAsync("facts")).ShouldBe(new QueueFigures("facts", 2, since, 0, 0));
        (await FiguresAsync("mails")).ShouldBe(new QueueFigures("mails", 0, null, 0, 0));
    }

    [Fact]
    public async Task A_long_list_comes_in_pages_newest_first_and_new_ones_shift_nothing()
    {
        var keys = new List<Guid>();
        for (var i = 0; i < StuckJobs.PageSize + 2; i++)
            keys.Add(Guid.NewGuid());
        foreach (var key in keys)
            await WriteAsync(key);
        await _database.AskAsync("update platform.outbox set given_up_at = now()");

        var first = await Stuck.ListAsync(Olu, "facts", false, null, Cancel);
        await WriteAsync(Guid.NewGuid());
        await _database.AskAsync("update platform.outbox set given_up_at = now()");
        var second = await Stuck.ListAsync(Olu, "facts", false, first.Next, Cancel);

        first.Jobs.Concat(second.Jobs).Select(j => j.About!.Value).ShouldBe(keys.AsEnumerable().Reverse());
        second.Next.ShouldBeNull();
    }

    [Fact]
    public async Task A_mail_that_was_refused_says_to_whom_and_about_which_order()
    {
        var order = Guid.NewGuid();
        EmailAddress.TryParse("ada@buyers.example", out var to).ShouldBeTrue();
        foreach (var occasion in new[] { $"order-paid:{order:N}", "my-tickets:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef:12" })
        {
            _database.Clock.Advance(TimeSpan.FromSeconds(1));
            await _database.Get<MailRoom>().PostAsync(new Letter(to!, "Your tickets", "html", "text", []), occasion, null, Cancel);
        }

        await _database.AskAsync("update messages.mails set failed_at = now(), last_error = 'No such mailbox.', attempts = 1");

        var mails = (await Stuck.ListAsync(Olu, "mails", false, null, Cancel)).Jobs;

        mails.ShouldAllBe(m => m.What == "Your tickets to ada@buyers.example" && m.LastError == "No such mailbox.");
        mails.Select(m => m.About).ShouldBe([null, order]);
        (await Stuck.TryAllAgainAsync(Olu, "mails", Cancel)).ShouldBe(2);
        using var worker = ActivatorUtilities.CreateInstance<MailWorker>(_services);
        (await worker.WorkDueAsync(Cancel)).ShouldBe(2);
        (await _database.CountAsync("select count(*) from messages.mails where sent_at is not null")).ShouldBe(2);
    }

    private StuckJobs Stuck => _services.GetRequiredService<StuckJobs>();

    private async Task<QueueFigures> FiguresAsync(string queue) => (await Stuck.FiguresAsync(Olu, Cancel)).Single(f => f.Queue == queue);

    private async Task<Guid> OnlyAsync() => (await Stuck.ListAsync(Olu, "facts", false, null, Cancel)).Jobs.ShouldHaveSingleItem().Id;

    /// <summary>Writes a fact and tells it until the worker has had enough.</summary>
    private async Task<Guid> GiveUpAsync(Guid key)
    {
        var fact = await WriteAsync(key);
        _handler.Closed = true;
        while (await _database.CountAsync("select count(*) from platform.outbox where told_at is null and given_up_at is null") > 0)
        {
            _database.Clock.Advance(TimeSpan.FromHours(1));
            await _database.TellFactsAsync(_services);
        }

        return fact;
    }

    private async Task<Guid> WriteAsync(Guid key)
    {
        var fact = Guid.NewGuid();
        await using var db = _services.GetRequiredService<Databases>().Service();
        await _services.GetRequiredService<Facts>().RecordAsync(db, key, new RefundRequested(fact), Cancel);
        await db.SaveChangesAsync(Cancel);
        return fact;
    }

    private sealed class Handler : IHandle<RefundRequested>
    {
        public bool Closed { get; set; } = true;

        public List<Guid> Heard { get; } = [];

        public Task HandleAsync(RefundRequested fact, CancellationToken cancel)
        {
            if (Closed)
                throw new InvalidOperationException("The bank is closed.");
            lock (Heard)
                Heard.Add(fact.RefundId);
            return Task.CompletedTask;
        }
    }
}
