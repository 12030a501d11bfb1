using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Events.UseCases;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

/// <summary>Who pays the fees on an event's tickets, and who gets them.</summary>
public sealed class FeeTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, "", "", 5000, 4600)]
    [InlineData(false, "1", "2", 5700, 5300)]
    [InlineData(true, "1", "", 5200, 4800)]
    public async Task An_order_is_charged_by_what_its_organizer_decided(bool absorbs, string flat, string percent, long total, long net)
    {
        var night = await NightAsync();
        await database.Get<SetFees>().RunAsync(night.By.Access, night.Id, new FeesInput(absorbs, flat, percent), Cancel);

        var order = await AnOrder.For(night).With(2, "Standing").PaidAsync();

        var view = await order.ViewAsync();
        (view.Quote.Total.Minor, view.Quote.Lines.Sum(l => l.Net.Minor)).ShouldBe((total, net));
        view.Quote.Lines.SelectMany(l => l.Charges).Where(c => c.Receiver == FeeReceiver.Platform).ShouldHaveSingleItem().ShouldBe(
            new QuoteFee(FeeKind.Ticket, FeeReceiver.Platform, new Money(400, view.Quote.Currency), absorbs));
        (await database.CountAsync("select amount from payments.payments where order_id = $1", order.Id.Value)).ShouldBe(total);
        (await database.Get<ShowSales>().RunAsync(night.By.Access, view.Event, Cancel))!.ShouldSatisfyAllConditions(
            sales => sales.Gross.Minor.ShouldBe(total), sales => sales.Net.Minor.ShouldBe(net));
    }

    [Fact]
    public async Task An_order_keeps_the_fees_it_was_started_with()
    {
        var night = await NightAsync();
        var order = await AnOrder.For(night).With(1, "Standing").StartedAsync();

        await database.Get<SetFees>().RunAsync(night.By.Access, night.Id, new FeesInput(true, "5", "10"), Cancel);

        (await order.ViewAsync()).Quote.Total.Minor.ShouldBe(2700);
    }

    [Theory]
    [InlineData("-1", "", "ownFee")]
    [InlineData("1.234", "", "ownFee")]
    [InlineData("", "51", "ownFeePercent")]
    public async Task What_is_no_fee_is_said_beside_its_field(string flat, string percent, string field)
    {
        var night = await NightAsync();

        (await database.Get<SetFees>().RunAsync(night.By.Access, night.Id, new FeesInput(false, flat, percent), Cancel))
            .Refusal.ShouldBeOfType<InvalidInput>().Errors.ShouldHaveSingleItem().Field.ShouldBe(field);
    }

    [Fact]
    public async Task Nobody_sets_the_fees_of_another_organization()
    {
        var (night, other) = (await NightAsync(), await NightAsync());

        (await database.Get<SetFees>().RunAsync(other.By.Access, night.Id, new FeesInput(true, null, null), Cancel)).Refusal.ShouldBeOfType<NotFound>();
    }

    private async Task<MadeEvent> NightAsync() => await AnEvent.By(await AnOrganization.InAsync(database.Services))
        .WithPool("Room", 100).With("Standing", 25m, "Room").PublishedAsync();
}
