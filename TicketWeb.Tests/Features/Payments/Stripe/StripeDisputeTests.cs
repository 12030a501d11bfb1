using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Payments.UseCases;
using TicketWeb.Tests.Support;
using TicketWeb.Tests.Support.StripeEmulator;
using Xunit;

namespace TicketWeb.Tests.Features.Payments.Stripe;

/// <summary>Buyers who tell their bank that a payment was not right.</summary>
public sealed class StripeDisputeTests : IClassFixture<TestDatabase>, IClassFixture<EmulatedStripe>
{
    private const string Booked = "select concat_ws(' ', count(*), sum(buyer), sum(organization), sum(processor)) from settlements.entries where kind = 'Dispute' and order_id = $1";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database;
    private readonly EmulatedStripe _stripe;
    private readonly ServiceProvider _services;

    public StripeDisputeTests(TestDatabase database, EmulatedStripe stripe)
    {
        (_database, _stripe) = (database, stripe);
        _services = database.Build(stripe.Use);
    }

    [Fact]
    public async Task What_the_bank_takes_is_booked_once_with_its_fee_and_shown_to_the_team()
    {
        var order = await DisputedAsync();
        await HearAsync(_stripe.Events("charge.dispute.created")[^1]);

        (await _database.AskAsync(Booked, order.Id.Value)).ShouldBe("1 5400 -6900 1500", "two webhooks and one of them twice tell of the same");
        var shown = (await _services.GetRequiredService<ShowOrder>().RunAsync(order.Of.By.Access, order.Id, Cancel))!.Disputes.ShouldHaveSingleItem();
        (shown.State, shown.Withdrawn.Minor, shown.Fee.Minor, shown.Reason).ShouldBe((DisputeState.NeedsAnswer, 54_00, 15_00, "product not received"));
        shown.AnswerBy.ShouldNotBeNull();
        (await _services.GetRequiredService<ListDisputes>().RunAsync(order.Of.By.Access, Cancel)).ShouldHaveSingleItem().OrderId.ShouldBe(order.Id.Value);
    }

    [Theory]
    [InlineData(true, DisputeState.Won, "2 0 0 0")]
    [InlineData(false, DisputeState.Lost, "1 5400 -6900 1500")]
    public async Task What_is_won_is_booked_back_and_what_is_lost_stays_away(bool won, DisputeState state, string booked)
    {
        var order = await DisputedAsync();

        _stripe.CloseDispute(_stripe.LatestDispute(), won);
        await HearAsync([.. _stripe.News()]);

        (await _database.AskAsync(Booked, order.Id.Value)).ShouldBe(booked);
        (await _services.GetRequiredService<ShowOrder>().RunAsync(order.Of.By.Access, order.Id, Cancel))!.Disputes.ShouldHaveSingleItem().State.ShouldBe(state);
        (await _services.GetRequiredService<ListDisputes>().RunAsync(order.Of.By.Access, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_bank_has_taken_goes_back_a_second_time_only_where_somebody_says_that_it_is_meant()
    {
        var order = await DisputedAsync();
        var refund = _services.GetRequiredService<RefundOrder>();
        var input = new RefundInput([1], RefundWhat.TicketsAndFees, RefundReason.BuyerAsked, null, Guid.NewGuid());

        var refusal = (await refund.RunAsync(order.Of.By.Access, order.Id, input, Cancel)).Refusal.ShouldBeOfType<TakenByBank>();

        refusal.Sentence.ShouldStartWith("The buyer’s bank has taken £54.00 of this order back already.");
        (await refund.RunAsync(order.Of.By.Access, order.Id, input with { Twice = true }, Cancel)).Value.Total.ToString().ShouldBe("£27.00");
    }

    [Fact]
    public async Task A_dispute_about_somebody_elses_payment_is_left_alone()
    {
        var order = await DisputedAsync();
        await _database.AskAsync("delete from payments.disputes");
        await _database.AskAsync("update payments.payments set id = gen_random_uuid() where order_id = $1", order.Id.Value);

        await HearAsync(_stripe.Events("charge.dispute.created")[^1].With("id", "evt_again"));

        (await _database.CountAsync("select count(*) from payments.disputes")).ShouldBe(0);
    }

    private async Task<MadeOrder> DisputedAsync()
    {
        var night = await AnEvent.By(await AnOrganization.InAsync(_services)).WithPool("Room", 10).With("Standing", 25m, "Room").PublishedAsync();
        var order = await AnOrder.For(night).With(2, "Standing").StartedAsync();
        await order.PayAsync(_stripe.Token(StripeCards.Succeeds));
        _stripe.News();
        _stripe.Dispute(_stripe.Find(_stripe.LatestIntent()).Text("latest_charge"));
        await HearAsync([.. _stripe.News()]);
        return order;
    }

    private async Task HearAsync(params JsonObject[] news)
    {
        foreach (var one in news)
            await _stripe.BringAsync(_services, one.ToJsonString());

        await _database.TellFactsAsync(_services);
    }
}
