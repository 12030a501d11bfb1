using Shouldly;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

/// <summary>Who may send money back, and of which orders.</summary>
public sealed class WhoMayRefundTests(TestPostgres postgres) : RefundsByTheTeam(postgres)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Role.Owner, true)]
    [InlineData(Role.Admin, true)]
    [InlineData(Role.Manager, true)]
    [InlineData(Role.BoxOffice, false)]
    [InlineData(Role.Door, false)]
    [InlineData(Role.Promoter, false)]
    [InlineData(Role.ReadOnly, false)]
    public async Task Who_may_refund(Role role, bool may)
    {
        var order = await AnOrder.For(Night).With(1, "Standing").PaidAsync();
        var access = Night.By.Access with { Role = role };
        var input = new RefundInput(null, RefundWhat.TicketsAndFees, RefundReason.Other, null, Guid.NewGuid());

        (await Database.Get<RefundOrder>().PreviewAsync(access, order.Id, null, RefundWhat.TicketsAndFees, null, Cancel)).Refusal.ShouldBe(may ? null : new NotFound("order"));
        (await Database.Get<RefundOrder>().RunAsync(access, order.Id, input, Cancel)).Refusal.ShouldBe(may ? null : new NotFound("order"));
    }

    [Fact]
    public async Task Another_organizations_order_is_not_there()
    {
        var order = await AnOrder.For(Night).With(1, "Standing").PaidAsync();
        var rival = (await AnOrganization.InAsync(Database.Services, "Mill Street Arts")).Access;
        var input = new RefundInput(null, RefundWhat.TicketsAndFees, RefundReason.Other, null, Guid.NewGuid());

        (await Database.Get<ShowOrder>().RunAsync(rival, order.Id, Cancel)).ShouldBeNull();
        (await Database.Get<RefundOrder>().RunAsync(rival, order.Id, input, Cancel)).Refusal.ShouldBeOfType<NotFound>();
        (await Database.Get<RefundOrder>().PreviewAsync(rival, order.Id, null, RefundWhat.TicketsAndFees, null, Cancel)).Refusal.ShouldBeOfType<NotFound>();
        (await Database.Get<ResendTickets>().RunAsync(rival, order.Id, Cancel)).Refusal.ShouldBeOfType<NotFound>();
        (await order.StateAsync()).ShouldBe(OrderState.Paid);
    }
}
