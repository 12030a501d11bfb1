using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shouldly;
using TicketWeb.Features.Messages.UseCases;
using TicketWeb.Kernel;
using TicketWeb.Platform.Mail;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Messages;

public sealed class MailWorkerTests(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database = new(postgres);
    private readonly Postman _postman = new();
    private ServiceProvider _services = null!;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _services = _database.Build(s => s.Replace(ServiceDescriptor.Singleton<IPostman>(_postman)));
        EmailAddress.TryParse("ada@buyers.example", out var to).ShouldBeTrue();
        var letter = new Letter(to!, "Your tickets", "<p>A secret link</p>", "A secret link", [new LetterPart("b.pdf", "application/pdf", [2]), new LetterPart("a.png", "image/png", [1], "one")])
        {
            SenderName = "Lantern Hall",
        };
        await _services.GetRequiredService<MailRoom>().PostAsync(letter, "order-paid:1", null, Cancel);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_mail_is_sent_once_and_whole_and_its_secrets_are_forgotten()
    {
        await SendDueAsync();
        _database.Clock.Advance(TimeSpan.FromDays(3));
        await SendDueAsync();

        var sent = _postman.Sent.ShouldHaveSingleItem();
        (sent.To.Value, sent.SenderName, sent.Html).ShouldBe(("ada@buyers.example", "Lantern Hall", "<p>A secret link</p>"));
        sent.Parts.Select(p => (p.Name, p.ContentId)).ShouldBe([("b.pdf", null), ("a.png", "one")]);
        (await _database.CountAsync("select count(*) from messages.mails where sent_at is not null and subject = 'Your tickets' and html = '' and text = ''")).ShouldBe(1);
        (await _database.CountAsync("select count(*) from messages.mail_parts")).ShouldBe(0);
    }

    [Fact]
    public async Task Where_mails_are_read_they_stay()
    {
        _postman.Keeps = true;

        await SendDueAsync();

        (await _database.CountAsync("select count(*) from messages.mails where sent_at is not null and html <> ''")).ShouldBe(1);
        (await _database.CountAsync("select count(*) from messages.mail_parts")).ShouldBe(2);
    }

    [Fact]
    public async Task What_cannot_be_delivered_now_is_tried_later_with_growing_pauses()
    {
        _postman.Answer = () => new MailDelayed("The server is busy.");

        await SendDueAsync();
        _database.Clock.Advance(TimeSpan.FromMinutes(1.9));
        await SendDueAsync();
        _postman.Tries.ShouldBe(1);

        _database.Clock.Advance(TimeSpan.FromMinutes(0.1));
        await SendDueAsync();
        _database.Clock.Advance(TimeSpan.FromMinutes(3.9));
        await SendDueAsync();
        _postman.Tries.ShouldBe(2);

        _postman.Answer = () => new Done();
        _database.Clock.Advance(TimeSpan.FromMinutes(0.1));
        await SendDueAsync();
        _postman.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task After_ten_attempts_it_is_given_up_and_kept()
    {
        _postman.Answer = () => new MailDelayed("The server is busy.");

        for (var i = 0; i < 20; i++)
        {
            await SendDueAsync();
            _database.Clock.Advance(TimeSpan.FromDays(1));
        }

        _postman.Tries.ShouldBe(10);
        (await _database.AskAsync("select last_error from messages.mails where failed_at is not null and html <> ''")).ShouldBe("The server is busy.");
    }

    [Fact]
    public async Task One_that_is_refused_for_good_is_tried_once()
    {
        _postman.Answer = () => new MailRejected("No such mailbox.");

        await SendDueAsync();
        _database.Clock.Advance(TimeSpan.FromDays(1));
        await SendDueAsync();

        _postman.Tries.ShouldBe(1);
        (await _database.AskAsync("select last_error from messages.mails where failed_at is not null")).ShouldBe("No such mailbox.");
    }

    [Fact]
    public async Task A_postman_who_stumbles_does_not_stop_the_others()
    {
        _postman.Answer = () => throw new InvalidOperationException("A bug.");
        await SendDueAsync();
        (await _database.AskAsync("select last_error from messages.mails where sent_at is null and failed_at is null")).ShouldBe("A bug.");

        _postman.Answer = () => new Done();
        _database.Clock.Advance(TimeSpan.FromMinutes(2));
        await SendDueAsync();

        _postman.Sent.Count.ShouldBe(1);
    }

    private async Task SendDueAsync()
    {
        using var worker = ActivatorUtilities.CreateInstance<MailWorker>(_services);
        await worker.WorkDueAsync(Cancel);
    }

    private sealed class Postman : IPostman
    {
        public bool Keeps { get; set; }

        public int Tries { get; private set; }

        public List<Letter> Sent { get; } = [];

        public Func<Outcome<Done>> Answer { get; set; } = () => new Done();

        public Task<Outcome<Done>> SendAsync(Letter letter, CancellationToken cancel)
        {
            Tries++;
            var answer = Answer();
            if (answer.Refusal is null)
                Sent.Add(letter);
            return Task.FromResult(answer);
        }
    }
}
