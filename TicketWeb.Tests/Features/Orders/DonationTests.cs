using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

/// <summary>Tickets for which buyers choose what they give, from a least amount on.</summary>
public sealed class DonationTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_somebody_gives_is_all_that_they_pay_and_the_fee_comes_out_of_it()
    {
        var night = await NightAsync();
        await ACode.For(night).With("HALF", "50").CreatedAsync();

        var order = await AnOrder.For(night).Giving("12.50", 2, "Supporter").With(1, "Standing").WithCode("HALF").PaidAsync();

        var quote = (await order.ViewAsync()).Quote;
        quote.Lines.Select(l => (l.Name, l.Total.ToString())).ShouldBe([("Supporter", "£25.00"), ("Standing", "£11.10")], "20.00 − 50 % + 0.50 + 6 %; the code takes nothing off a gift");
        quote.Lines[0].Net.ToString().ShouldBe("£22.50", "2 × (12.50 − 0.50 − 0.75)");
    }

    [Theory]
    [InlineData("4.99")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("")]
    [InlineData("much")]
    [InlineData("12,50")]
    [InlineData(null)]
    public async Task Less_than_the_least_is_refused_by_its_field(string? amount)
    {
        var night = await NightAsync();
        var wish = AnOrder.For(night);

        var refusal = (await (amount is null ? wish.With(1, "Supporter") : wish.Giving(amount, 1, "Supporter")).TryAsync()).Refusal.ShouldBeOfType<AmountTooSmall>();

        refusal.Sentence.ShouldBe("Give £5.00 or more for Supporter, like 5.00.");
        refusal.Field.ShouldBe($"amount-{night.Types["Supporter"].Value}");
        (await night.PoolAsync("Room")).Claimed.ShouldBe(0);
    }

    [Theory]
    [InlineData("100000.01")]
    [InlineData("999999999")]
    [InlineData("99999999999999999999")]
    public async Task More_than_anybody_gives_is_refused_by_its_field_and_while_it_is_typed(string amount)
    {
        var night = await NightAsync();
        var supporter = night.Types["Supporter"];

        var refusal = (await AnOrder.For(night).Giving(amount, 1, "Supporter").TryAsync()).Refusal.ShouldBeOfType<GiftTooLarge>();

        (refusal.Sentence, refusal.Field).ShouldBe(("That is too much: give £100,000.00 or less for Supporter.", $"amount-{supporter.Value}"));
        var of = (await database.Get<IEvents>().FindAsync(night.Id, Cancel))!;
        var typed = new Dictionary<TicketTypeId, string> { [supporter] = amount };
        (await database.Get<ReckonOrder>().RunAsync(of, [new TicketCount(supporter, 1)], typed, atDesk: false, Cancel)).Refusal.ShouldBe(refusal);
        (await AnOrder.For(night).Giving("100000", 1, "Supporter").TryAsync()).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task An_amount_for_a_ticket_that_has_a_price_is_not_listened_to()
    {
        var night = await NightAsync();

        var order = await AnOrder.For(night).Giving("1", 1, "Standing").StartedAsync();

        (await order.ViewAsync()).Quote.Total.ToString().ShouldBe("£21.70");
    }

    [Fact]
    public async Task Who_may_give_nothing_and_does_has_a_free_ticket()
    {
        var night = await NightAsync();

        var order = await AnOrder.For(night).Giving("0", 1, "Pay what you can").PaidAsync();

        (await order.ViewAsync()).Quote.Total.Minor.ShouldBe(0);
        (await order.TicketsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_gift_goes_back_as_it_came()
    {
        var night = await NightAsync();
        var order = await AnOrder.For(night).Giving("7.77", 1, "Supporter").With(1, "Standing").PaidAsync();

        (await database.Get<RefundOrder>().RunAsync(night.By.Access, order.Id, new RefundInput([1], RefundWhat.TicketsAndFees, RefundReason.Other, "", Guid.NewGuid()), Cancel)).Value
            .Total.ToString().ShouldBe("£7.77");
    }

    private async Task<MadeEvent> NightAsync() => await AnEvent.By(await AnOrganization.InAsync(database.Services)).WithPool("Room", 100)
        .With("Standing", 20m, "Room")
        .With(new TicketTypeInput("Supporter", "", "5") { ChoosesAmount = true }, "Room")
        .With(new TicketTypeInput("Pay what you can", "", "0") { ChoosesAmount = true }, "Room").PublishedAsync();
}
