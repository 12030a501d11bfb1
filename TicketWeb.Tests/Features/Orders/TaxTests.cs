using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Components.Storefront;
using TicketWeb.Features.Events;
using TicketWeb.Features.Events.UseCases;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Kernel;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

/// <summary>The tax of a venue, from the first screen to the books.</summary>
public sealed class TaxTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("20", true, 2700, 5400, 834, 5000)]
    [InlineData("8.25", false, 2906, 5812, 412, 5412)]
    [InlineData("", true, 2700, 5400, 0, 5000)]
    public async Task A_ticket_costs_in_the_end_what_its_first_screen_said(string percent, bool included, long shown, long total, long tax, long net)
    {
        var night = await NightAsync(percent, included);
        var of = (await database.Get<IEvents>().FindAsync(night.Id, Cancel))!;
        var rows = ActivatorUtilities.CreateInstance<TicketRows>(database.Services);

        (await rows.ForAsync(of, null, null, Cancel)).Single().PriceMinor.ShouldBe(shown);
        var order = await AnOrder.For(night).With(2, "Standing").PaidAsync();

        var quote = (await order.ViewAsync()).Quote;
        (quote.Total.Minor, quote.Tax.Minor, quote.TaxRule).ShouldBe((total, tax, of.Venue.Tax));
        (await database.Get<ShowSales>().RunAsync(night.By.Access, of, Cancel))!.ShouldSatisfyAllConditions(
            sales => sales.Gross.Minor.ShouldBe(total), sales => sales.Net.Minor.ShouldBe(net));
    }

    [Fact]
    public async Task An_order_keeps_the_tax_it_was_started_with()
    {
        var night = await NightAsync("20", true);
        var order = await AnOrder.For(night).With(1, "Standing").StartedAsync();
        var before = (await order.ViewAsync()).Quote;
        var venue = (await order.ViewAsync()).Event.Venue;

        _ = (await database.Get<SaveVenue>().RunAsync(
            night.By.Access, venue.Id, new VenueInput(venue.Name, "", venue.City, "", venue.Country, venue.TimeZone, venue.Capacity, null, "10", false), Cancel)).Value;

        var after = (await order.ViewAsync()).Quote;
        (after.Total, after.Tax, after.TaxRule).ShouldBe((before.Total, before.Tax, before.TaxRule));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("100")]
    [InlineData("8.255")]
    [InlineData("a fifth")]
    public async Task What_is_no_tax_is_said_beside_its_field(string percent)
    {
        var organization = await AnOrganization.InAsync(database.Services);

        (await database.Get<SaveVenue>().RunAsync(organization.Access, null, new VenueInput("Hall", "", "Bristol", "", "GB", "Europe/London", 10, null, percent), Cancel))
            .Refusal.ShouldBeOfType<InvalidInput>().Errors.ShouldHaveSingleItem().Field.ShouldBe("taxPercent");
    }

    private async Task<MadeEvent> NightAsync(string percent, bool included) => await AnEvent.By(await AnOrganization.InAsync(database.Services))
        .Taxed(percent, included).WithPool("Room", 100).With("Standing", 25m, "Room").PublishedAsync();
}
