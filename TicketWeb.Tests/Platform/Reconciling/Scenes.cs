using Shouldly;
using TicketWeb.Features.BoxOffice;
using TicketWeb.Features.BoxOffice.UseCases;
using TicketWeb.Features.Events;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Payments;
using TicketWeb.Platform.Reconciling;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Platform.Reconciling;

/// <summary>What the reconciler's tests begin with.</summary>
internal static class Scenes
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    /// <summary>An order of two in every state there is. Twelve tickets of sixteen hold stock.</summary>
    public static readonly Scene Night = new(async database =>
    {
        var night = await AnEvent.By(await AnOrganization.InAsync(database.Services)).WithPool("Room", 16)
            .With("Standing", 25m, "Room").With("Guests", 0m, "Room").PublishedAsync();
        await AnOrder.For(night).With(2, "Standing").StartedAsync();
        database.Clock.Advance(TimeSpan.FromMinutes(16));
        await database.Get<ExpireOrders>().RunAsync(Cancel);

        await AnOrder.For(night).With(2, "Standing").StartedAsync();
        await AnOrder.For(night).With(2, "Standing").PaidAsync();
        await AnOrder.For(night).With(1, "Guests").PaidAsync();
        var declined = await AnOrder.For(night).With(2, "Standing").StartedAsync();
        await declined.PayAsync(Cards.Declines);
        await declined.PayAsync(Cards.Succeeds);
        await (await AnOrder.For(night).With(2, "Standing").StartedAsync()).PayAsync(Cards.AsksTheBuyer);
        await database.TellFactsAsync();
        return night;
    });

    /// <summary>The same, and one of an order's two tickets went back.</summary>
    public static readonly Scene WithARefund = new(async database =>
    {
        var night = await Night.InAsync(database);
        await RefundAsync(database, night, (await AnOrder.For(night).With(2, "Standing").PaidAsync()).Id, position: 1);
        await database.TellFactsAsync();
        (await DifferencesAsync(database)).ShouldBeEmpty();
        return night;
    });

    /// <summary>The same, and the desk sold, gave back by hand, and closed its drawer.</summary>
    public static readonly Scene WithADesk = new(async database =>
    {
        var night = await Night.InAsync(database);
        var access = night.By.Access;
        await ADeskSale.Of(night).With(3, "Standing").SoldAsync(ADeskSale.Cash with { Tender = Tender.Voucher, Reference = "0117" });
        var order = await ADeskSale.Of(night).With(2, "Standing").SoldAsync();
        await RefundAsync(database, night, order.Id, position: 1);
        var due = (await database.Get<ShowOrder>().RunAsync(access, order.Id, Cancel))!.Refunds[0].ToHandBack!.Value;
        _ = (await database.Get<HandBackRefund>().RunAsync(access, order.Id, due, Cancel)).Value;
        _ = (await database.Get<CloseDrawer>().RunAsync(access, new ClosingInput(access.AccountId, [new CountInput(Tender.Cash, 2500, "25"), new CountInput(Tender.Voucher, 7500, "75")], null, null, Guid.NewGuid()), Cancel)).Value;
        (await DifferencesAsync(database)).ShouldBeEmpty();
        return night;
    });

    /// <summary>The same, and another night with add-ons, one of which went back.</summary>
    public static readonly Scene WithAddOns = new(async database =>
    {
        await Night.InAsync(database);
        var night = await AnEvent.By(await AnOrganization.InAsync(database.Services)).WithPool("Room", 10).With("Standing", 25m, "Room")
            .WithAddOn("Shirt", 15m, 5).WithAddOn(new TicketTypeInput("Drink", "", "6") { AddOn = new AddOnInput([], IncludedPer.Ticket, 1) }, 5).PublishedAsync();
        await RefundAsync(database, night, (await AnOrder.For(night).With(2, "Standing").With(1, "Shirt").PaidAsync()).Id, position: 3);
        await database.TellFactsAsync();
        (await DifferencesAsync(database)).ShouldBeEmpty();
        return night;
    });

    public static async Task<List<(string Check, string Sentence)>> DifferencesAsync(TestDatabase database) =>
        [.. (await database.Get<Reconciler>().RunAsync(Cancel).ToListAsync(Cancel)).SelectMany(r => r.Sentences.Select(s => (r.Check, s)))];

    private static async Task RefundAsync(TestDatabase database, MadeEvent night, OrderId order, int position) =>
        _ = (await database.Get<RefundOrder>().RunAsync(night.By.Access, order, new RefundInput([position], RefundWhat.TicketsAndFees, RefundReason.Other, null, Guid.NewGuid()), Cancel)).Value;
}
