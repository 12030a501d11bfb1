using Shouldly;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Payments;

public sealed class SandboxTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_payment_that_is_asked_for_again_is_taken_once_and_answered_alike()
    {
        var (asked, other) = (Order(Cards.AsksTheBuyer), Order(Cards.Succeeds));

        var answers = await Task.WhenAll(TakeAsync(asked), TakeAsync(other), TakeAsync(asked));
        var later = await TakeAsync(asked with { Method = Cards.Succeeds });

        answers[0].State.ShouldBe(PaymentState.NeedsAction);
        answers.ShouldBe([later, answers[1], later]);
        answers[1].State.ShouldBe(PaymentState.Succeeded);
        (await database.CountAsync("select count(*) from sandbox.intents")).ShouldBe(2);
        (await database.CountAsync("select count(*) from sandbox.events")).ShouldBe(2);
    }

    private Task<GatewayPayment> TakeAsync(PaymentOrder order) => database.Get<IPaymentGateway>().CreateAsync(order, Cancel);

    private static PaymentOrder Order(string card) =>
        new(Id.New<PaymentId>(), OrganizationId.From(Guid.NewGuid()), new Money(2_500, Currency.Of("GBP")), new Money(0, Currency.Of("GBP")), "Night Swimmers", card, Framed: false, "https://tickets.example/back");
}
