using Shouldly;
using TicketWeb.Features.Messages;
using TicketWeb.Kernel;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Messages;

public sealed class SendMyTicketsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly string _buyer = $"{Guid.NewGuid():N}@buyers.example";

    [Fact]
    public async Task A_mailbox_gets_the_links_of_what_was_bought_with_it_newest_first()
    {
        var older = await BuyAsync("Salt & Smoke");
        database.Clock.Advance(TimeSpan.FromHours(1));
        var newer = await BuyAsync("Paper Lanterns");

        await AskAsync(_buyer.ToUpperInvariant());

        var text = await TextAsync();
        var places = (await Task.WhenAll(newer.ViewAsync(), older.ViewAsync())).Select(o => text.IndexOf($"/orders/{o.Number}/{o.LinkToken}", StringComparison.Ordinal)).ToList();
        places[0].ShouldBeGreaterThan(0);
        places.ShouldBeInOrder();
    }

    [Fact]
    public async Task Who_bought_nothing_gets_no_mail_and_the_same_answer()
    {
        (await AskAsync(_buyer)).Refusal.ShouldBeNull();

        (await MailsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task An_order_that_is_not_paid_is_not_listed()
    {
        var order = await AnOrder.For(await NightAsync("Unpaid")).With(1, "Standing").StartedAsync();
        await order.PayAsync(Cards.Declines, _buyer);

        await AskAsync(_buyer);

        (await MailsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task An_event_is_listed_until_a_day_after_its_end()
    {
        await BuyAsync("Long Ago");

        database.Clock.Advance(TimeSpan.FromDays(31));
        await AskAsync(_buyer);
        (await MailsAsync()).ShouldBe(1, "it ended last night");

        database.Clock.Advance(TimeSpan.FromDays(1));
        await AskAsync(_buyer);
        (await MailsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_mailbox_gets_one_such_mail_in_five_minutes()
    {
        await BuyAsync("Salt & Smoke");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AskAsync(_buyer)));
        (await MailsAsync()).ShouldBe(1);

        database.Clock.Advance(TimeSpan.FromMinutes(4));
        await AskAsync(_buyer.ToUpperInvariant());
        (await MailsAsync()).ShouldBe(1);

        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await AskAsync(_buyer);
        (await MailsAsync()).ShouldBe(2);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ada")]
    [InlineData("ada@buyers")]
    public async Task What_is_no_address_is_said_to_be_none(string? typed) =>
        (await AskAsync(typed)).Refusal.ShouldBeOfType<InvalidInput>().For("email").ShouldNotBeNull();

    private Task<Outcome<Done>> AskAsync(string? email) => database.Get<IMyTickets>().SendAsync(email, TestContext.Current.CancellationToken);

    private async Task<MadeEvent> NightAsync(string title) =>
        await AnEvent.By(await AnOrganization.InAsync(database.Services)).Called(title).WithPool("Room", 50).With("Standing", 25m, "Room").PublishedAsync();

    private async Task<MadeOrder> BuyAsync(string title)
    {
        var order = await AnOrder.For(await NightAsync(title)).With(2, "Standing").StartedAsync();
        _ = (await order.PayAsync(email: _buyer)).Value;
        return order;
    }

    private Task<long> MailsAsync() => database.CountAsync("select count(*) from messages.mails where lower(\"to\") = $1 and occasion like 'my-tickets:%'", _buyer);

    private async Task<string> TextAsync() => (string)(await database.AskAsync("select text from messages.mails where lower(\"to\") = $1 and occasion like 'my-tickets:%'", _buyer))!;
}
