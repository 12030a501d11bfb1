using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.Door;
using TicketWeb.Features.Door.UseCases;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Kernel;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

/// <summary>What becomes of a ticket's place when it goes back: at the door, and for whoever buys next.</summary>
public sealed class RefundedPlaceTests(TestPostgres postgres) : RefundsByTheTeam(postgres)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ticket_somebody_came_in_with_keeps_its_place_and_the_door_refuses_the_other()
    {
        var order = await AnOrder.For(Night).With(2, "Standing").PaidAsync();
        var codes = (await order.TicketsAsync()).Select(t => t.Code).ToList();
        var device = await DeviceAsync();
        (await ScanAsync(device, codes[0])).Verdict.ShouldBe(Verdict.Admit);

        await RefundAsync(order, null);
        await Database.TellFactsAsync();

        (await Night.LeftAsync("Standing")).ShouldBe(9, "one of the two places was used");
        (await ScanAsync(device, codes[1])).Verdict.ShouldBe(Verdict.Refunded);
        (await ShowAsync(order)).Tickets.Select(t => t.Ticket.CheckedInAt is not null).ShouldBe([true, false]);
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task A_scan_that_is_being_written_comes_before_the_refund() => (await LeftAfterARefundInTheMiddleOfAScanAsync(Database.Services)).ShouldBe(9);

    [Fact]
    public async Task Without_the_lock_on_tickets_a_place_that_is_taken_is_sold_again() =>
        (await LeftAfterARefundInTheMiddleOfAScanAsync(Database.Build(s => s.AddSingleton<Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor, WithoutRowLocks>()))).ShouldBe(10);

    [Fact]
    public async Task A_person_at_their_limit_buys_again_what_they_gave_back()
    {
        var order = await AnOrder.For(Night).With(2, "Rare").PaidAsync();
        (await (await AnOrder.For(Night).With(1, "Rare").StartedAsync()).PayAsync()).Refusal.ShouldBeOfType<OverPersonLimit>();

        await RefundAsync(order, [1]);

        (await (await AnOrder.For(Night).With(1, "Rare").StartedAsync()).PayAsync()).Value.State.ShouldBe(OrderState.Paid);
        (await (await AnOrder.For(Night).With(1, "Rare").StartedAsync()).PayAsync()).Refusal.ShouldBeOfType<OverPersonLimit>();
    }

    /// <summary>A scan has looked at the ticket and written that it came in, but has not committed, when the refund begins.</summary>
    private async Task<int> LeftAfterARefundInTheMiddleOfAScanAsync(IServiceProvider services)
    {
        var order = await AnOrder.For(Night).With(1, "Standing").PaidAsync();
        var ticket = (await order.TicketsAsync())[0].Ticket;
        var device = await DeviceAsync();
        await using var scan = await Database.HoldAsync(
            $"""
            select from tickets.tickets where id = '{ticket.Id.Value}' for share;
            insert into door.check_ins (ticket_id, day, organization_id, event_id, ticket_type_id, device_id, scan_id, gate, at)
            values ('{ticket.Id.Value}', '2027-03-01', '{ticket.OrganizationId.Value}', '{ticket.EventId.Value}', '{ticket.TicketTypeId.Value}', '{device.Id.Value}', gen_random_uuid(), '', now())
            """);
        var refunding = services.GetRequiredService<RefundOrder>().RunAsync(
            Night.By.Access, order.Id, new RefundInput([1], RefundWhat.TicketsAndFees, RefundReason.BuyerAsked, null, Guid.NewGuid()), Cancel);
        await Database.WaitForLocksAsync(1);
        await TestDatabase.CommitAsync(scan);
        (await refunding).Refusal.ShouldBeNull();
        return await Night.LeftAsync("Standing");
    }

    private async Task<DeviceAccess> DeviceAsync()
    {
        var pairing = (await Database.Get<CreatePairing>().RunAsync(Night.By.Access, Night.Id, "", Cancel)).Value;
        var paired = (await Database.Get<PairDevice>().RunAsync(pairing.Code, "Main entrance", Cancel)).Value;
        return (await Database.Get<RecogniseDevice>().RunAsync($"Bearer {paired.Token}", Cancel)).Value;
    }

    private Task<ScanView> ScanAsync(DeviceAccess device, string code)
    {
        var now = Database.Clock.GetUtcNow();
        return Database.Get<ScanTicket>().RunAsync(device, new ScanInput(Id.New<ScanId>(), code, now, now), Cancel);
    }
}
