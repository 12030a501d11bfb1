using Shouldly;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Pricing;
using TicketWeb.Features.Pricing.UseCases;
using TicketWeb.Kernel;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

/// <summary>Buying with a code: what it takes off, how often it can be used, and what somebody hears who cannot use it.</summary>
public sealed class DiscountCodeTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_order_keeps_the_price_that_its_code_gave_it()
    {
        var night = await NightAsync();
        var code = await ACode.For(night).With("EARLY", "20").CreatedAsync();

        var order = await AnOrder.For(night).With(2, "Standing").With(1, "Guest list").WithCode(" early ").StartedAsync();
        await database.Get<EndCode>().RunAsync(night.By.Access, night.Id, code, Cancel);
        await order.PayAsync();

        var quote = (await order.ViewAsync()).Quote;
        (quote.Code, quote.Discount.ToString(), quote.Fees.ToString(), quote.Total.ToString()).ShouldBe(("EARLY", "£10.00", "£3.40", "£43.40"), "2 × (20.00 + 0.50 + 6 %)");
        (await order.StateAsync()).ShouldBe(OrderState.Paid);
        (await database.CountAsync("select amount from payments.payments where order_id = $1", order.Id.Value)).ShouldBe(4340);
        (await database.Get<ShowSales>().RunAsync(night.By.Access, (await order.ViewAsync()).Event, Cancel))!.ShouldSatisfyAllConditions(
            sales => sales.Gross.ToString().ShouldBe("£43.40"), sales => sales.Net.ToString().ShouldBe("£40.00"));
    }

    [Fact]
    public async Task The_tickets_mail_names_the_discount()
    {
        var night = await NightAsync();
        await ACode.For(night).With("EARLY", "20").CreatedAsync();
        var order = await AnOrder.For(night).With(2, "Standing").WithCode("EARLY").PaidAsync();

        await database.TellFactsAsync();

        (await database.AskAsync("select text from messages.mails where occasion = $1", $"order-paid:{order.Id.Value:N}")).ShouldBeOfType<string>().ShouldContain("Discount: −£10.00 with EARLY");
    }

    [Fact]
    public async Task What_is_split_unevenly_is_read_back_to_the_penny()
    {
        var night = await NightAsync();
        await ACode.For(night).But(c => c with { Kind = DiscountKind.Flat, Per = DiscountPer.Order, Amount = "10" }).CreatedAsync();

        var order = await AnOrder.For(night).With(3, "Standing").With(1, "Seat").WithCode("EARLY").PaidAsync();

        var quote = (await order.ViewAsync()).Quote;
        quote.Discount.Minor.ShouldBe(1000);
        quote.Total.Minor.ShouldBe(quote.Lines.SelectMany(l => l.Each()).Sum(s => s.Total.Minor));
        (await database.CountAsync("select total from orders.orders where id = $1", order.Id.Value)).ShouldBe(quote.Total.Minor);
    }

    [Fact]
    public async Task Who_cannot_use_a_code_hears_why_and_reserves_nothing()
    {
        var night = await NightAsync();
        var now = database.Clock.GetUtcNow().UtcDateTime;
        await ACode.For(night).With("OVER").But(c => c with { Ends = now.AddDays(-1) }).CreatedAsync();
        await ACode.For(night).With("SOON").But(c => c with { Begins = now.AddDays(1) }).CreatedAsync();
        await ACode.For(night).With("SEATS").But(c => c with { Types = [night.Types["Seat"]] }).CreatedAsync();
        await ACode.For(night).With("ONCE", mostUses: 1).CreatedAsync();
        await AnOrder.For(night).With(1, "Seat").WithCode("ONCE").PaidAsync();
        var taken = (await night.PoolAsync("Room")).Claimed;

        async Task<string> HearAsync(string code) => (await AnOrder.For(night).With(1, "Standing").WithCode(code).TryAsync()).Refusal!.Sentence;

        (await HearAsync("never")).ShouldBe("There is no code NEVER for this event.");
        (await HearAsync("over")).ShouldBe("The code OVER has ended.");
        (await HearAsync("soon")).ShouldBe("The code SOON has not begun yet.");
        (await HearAsync("seats")).ShouldBe("The code SEATS is not for the tickets you chose.");
        (await HearAsync("once")).ShouldBe("The code ONCE is used up.");
        (await night.PoolAsync("Room")).Claimed.ShouldBe(taken);
    }

    [Fact]
    public async Task A_code_of_another_event_is_none()
    {
        var (night, other) = (await NightAsync(), await NightAsync());
        await ACode.For(other).CreatedAsync();

        (await AnOrder.For(night).With(1, "Standing").WithCode("EARLY").TryAsync()).Refusal.ShouldBeOfType<NoSuchCode>();
    }

    [Fact]
    public async Task A_code_can_be_counted_by_tickets()
    {
        var night = await NightAsync();
        await ACode.For(night).With("FIVE", mostUses: 5).But(c => c with { CountedBy = DiscountPer.Ticket }).CreatedAsync();
        await AnOrder.For(night).With(3, "Standing").WithCode("FIVE").StartedAsync();

        (await AnOrder.For(night).With(3, "Standing").WithCode("FIVE").TryAsync()).Refusal!.Sentence.ShouldBe("The code FIVE is good for 2 more tickets only.");
        (await AnOrder.For(night).With(2, "Standing").WithCode("FIVE").TryAsync()).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task A_use_that_nobody_pays_for_is_free_again()
    {
        var night = await NightAsync();
        await ACode.For(night).With("ONCE", mostUses: 1).CreatedAsync();
        await AnOrder.For(night).With(1, "Standing").WithCode("ONCE").StartedAsync();
        (await AnOrder.For(night).With(1, "Standing").WithCode("ONCE").TryAsync()).Refusal.ShouldBeOfType<CodeUsedUp>();

        database.Clock.Advance(TimeSpan.FromMinutes(16));
        await database.Get<ExpireOrders>().RunAsync(Cancel);

        (await AnOrder.For(night).With(1, "Standing").WithCode("ONCE").TryAsync()).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Who_finds_no_ticket_leaves_the_last_use_to_the_next()
    {
        var night = await NightAsync();
        await ACode.For(night).With("ONCE", mostUses: 1).CreatedAsync();

        var outcomes = await Task.WhenAll(
            AnOrder.For(night).With(9, "Rare").WithCode("ONCE").TryAsync(),
            AnOrder.For(night).With(9, "Rare").WithCode("ONCE").TryAsync(),
            AnOrder.For(night).With(1, "Standing").WithCode("ONCE").TryAsync());

        outcomes.Count(o => o.Refusal is null).ShouldBe(1);
    }

    [Theory]
    [InlineData("pricing.discount_codes")]
    [InlineData("inventory.pools")]
    public async Task Who_waits_too_long_for_a_code_or_a_ticket_is_asked_to_try_again(string table)
    {
        var night = await NightAsync();
        await ACode.For(night).CreatedAsync();
        await using var hold = await database.HoldAsync($"select from {table} where event_id = '{night.Id.Value}' for update");

        (await AnOrder.For(night).With(1, "Standing").WithCode("EARLY").TryAsync()).Refusal.ShouldBeOfType<StockIsBusy>();
    }

    [Fact]
    public async Task One_person_uses_a_code_as_often_as_one_may()
    {
        var night = await NightAsync();
        await ACode.For(night).But(c => c with { MostPerPerson = 1 }).CreatedAsync();
        await AnOrder.For(night).With(1, "Standing").WithCode("EARLY").PaidAsync();

        var second = await AnOrder.For(night).With(1, "Standing").WithCode("EARLY").StartedAsync();

        (await second.PayAsync(email: "ADA@buyers.example")).Refusal.ShouldBe(new OverCodeLimit("EARLY", 1, 1));
        new OverCodeLimit("EARLY", 1, 0).Sentence.ShouldContain("once, and this order uses it more often.");
        (await second.PayAsync(email: "eve@buyers.example")).Value.State.ShouldBe(OrderState.Paid);
        (await AnOrder.For(night).With(1, "Standing").PaidAsync()).ShouldNotBeNull("without the code there is no limit");
    }

    [Fact]
    public async Task A_code_is_made_once_for_an_event_and_ended_by_its_own_team_only()
    {
        var (night, other) = (await NightAsync(), await NightAsync());
        var id = await ACode.For(night).CreatedAsync();

        (await database.Get<CreateCode>().RunAsync(night.By.Access, night.Id, new CodeInput("Early", DiscountKind.Flat, DiscountPer.Order, "5", []), Cancel))
            .Refusal!.Sentence.ShouldBe("This event has a code EARLY already.");
        (await database.Get<EndCode>().RunAsync(other.By.Access, night.Id, id, Cancel)).Refusal.ShouldBeOfType<NotFound>();
        (await database.Get<CreateCode>().RunAsync(other.By.Access, night.Id, new CodeInput("MINE", DiscountKind.Flat, DiscountPer.Order, "5", []), Cancel)).Refusal.ShouldBeOfType<NotFound>();
        (await database.Get<ListCodes>().RunAsync(other.By.Access, night.Id, Cancel)).ShouldBeEmpty();
        (await database.Get<ListCodes>().RunAsync(night.By.Access, night.Id, Cancel)).ShouldHaveSingleItem().Id.ShouldBe(id);
    }

    [Fact]
    public async Task A_code_is_changed_for_orders_that_are_still_to_come()
    {
        var night = await NightAsync();
        var id = await ACode.For(night).With("EARLY", "20", mostUses: 1).CreatedAsync();
        var before = await AnOrder.For(night).With(2, "Standing").WithCode("EARLY").StartedAsync();
        (await AnOrder.For(night).With(1, "Standing").WithCode("EARLY").TryAsync()).Refusal.ShouldBeOfType<CodeUsedUp>();

        var changed = new CodeInput("ANOTHER", DiscountKind.Flat, DiscountPer.Order, "5", [night.Types["Standing"]], CountedBy: DiscountPer.Ticket, MostUses: 2, MostPerPerson: 1);
        (await database.Get<ChangeCode>().RunAsync(night.By.Access, night.Id, id, changed, Cancel)).Refusal.ShouldBeNull();

        var after = await AnOrder.For(night).With(2, "Standing").WithCode("EARLY").StartedAsync();
        (await after.ViewAsync()).Quote.Discount.ToString().ShouldBe("£5.00");
        await before.PayAsync();
        (await before.ViewAsync()).Quote.Discount.ToString().ShouldBe("£10.00");
        (await AnOrder.For(night).With(1, "Standing").WithCode("EARLY").TryAsync()).Refusal.ShouldBeOfType<CodeUsedUp>("both of its orders count, as they did before");
        (await AnOrder.For(night).With(1, "Seat").WithCode("EARLY").TryAsync()).Refusal.ShouldBeOfType<CodeNotForThese>();
    }

    [Fact]
    public async Task A_code_that_has_ended_runs_again_when_its_end_is_taken_away()
    {
        var night = await NightAsync();
        var id = await ACode.For(night).CreatedAsync();
        await database.Get<EndCode>().RunAsync(night.By.Access, night.Id, id, Cancel);

        (await database.Get<ChangeCode>().RunAsync(night.By.Access, night.Id, id, new CodeInput(null, DiscountKind.Percent, DiscountPer.Ticket, "20", []), Cancel)).Refusal.ShouldBeNull();

        (await AnOrder.For(night).With(1, "Standing").WithCode("EARLY").TryAsync()).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task A_change_is_checked_as_a_new_code_is_and_made_by_its_own_team_only()
    {
        var (night, other) = (await NightAsync(), await NightAsync());
        var id = await ACode.For(night).CreatedAsync();
        var fine = new CodeInput("EARLY", DiscountKind.Percent, DiscountPer.Ticket, "30", []);
        async Task<Refusal?> ChangeAsync(MadeEvent by, CodeInput input) => (await database.Get<ChangeCode>().RunAsync(by.By.Access, by.Id, id, input, Cancel)).Refusal;

        (await ChangeAsync(night, fine with { Amount = "101", MostUses = 0 })).ShouldBeOfType<InvalidInput>().Errors.Select(e => e.Field).ShouldBe(["amount", "mostUses"]);
        (await ChangeAsync(other, fine)).ShouldBeOfType<NotFound>();
        (await database.Get<ChangeCode>().RunAsync(other.By.Access, night.Id, id, fine, Cancel)).Refusal.ShouldBeOfType<NotFound>();
        (await database.Get<ListCodes>().RunAsync(night.By.Access, night.Id, Cancel)).ShouldHaveSingleItem().Amount.ShouldBe(2000, "nothing was changed");
    }

    [Theory]
    [InlineData("ab", "20", "code")]
    [InlineData("two words", "20", "code")]
    [InlineData("EARLY", "0", "amount")]
    [InlineData("EARLY", "101", "amount")]
    [InlineData("EARLY", "12.345", "amount")]
    [InlineData("EARLY", "", "amount")]
    public async Task What_makes_no_code_is_said_beside_its_field(string code, string percent, string field)
    {
        var night = await NightAsync();

        (await database.Get<CreateCode>().RunAsync(night.By.Access, night.Id, new CodeInput(code, DiscountKind.Percent, DiscountPer.Ticket, percent, []), Cancel))
            .Refusal.ShouldBeOfType<InvalidInput>().Errors.ShouldHaveSingleItem().Field.ShouldBe(field);
    }

    [Fact]
    public async Task A_code_that_does_nothing_is_refused()
    {
        var night = await NightAsync();

        (await database.Get<CreateCode>().RunAsync(night.By.Access, night.Id, new CodeInput("EARLY", DiscountKind.Nothing, DiscountPer.Ticket, null, []), Cancel))
            .Refusal.ShouldBeOfType<InvalidInput>().Errors.ShouldHaveSingleItem().Field.ShouldBe("kind");
    }

    private async Task<MadeEvent> NightAsync() => await AnEvent.By(await AnOrganization.InAsync(database.Services))
        .WithPool("Room", 100).WithPool("Few", 2)
        .With("Standing", 25m, "Room").With("Seat", 40m, "Room").With("Guest list", 0m, "Room").With("Rare", 50m, "Few").PublishedAsync();
}
