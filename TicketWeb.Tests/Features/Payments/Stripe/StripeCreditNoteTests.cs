using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Radzen;
using Shouldly;
using TicketWeb.Components.Checkout;
using TicketWeb.Components.Dashboard.Frame;
using TicketWeb.Components.Dashboard.Orders;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Organizations.UseCases;
using TicketWeb.Features.Settlements;
using TicketWeb.Features.Settlements.UseCases;
using TicketWeb.Features.Tickets;
using TicketWeb.Tests.Platform.Pdf;
using TicketWeb.Tests.Support;
using TicketWeb.Tests.Support.StripeEmulator;
using Xunit;
using TestContext = Xunit.TestContext;

namespace TicketWeb.Tests.Features.Payments.Stripe;

/// <summary>The papers for what somebody refunds at Stripe's dashboard.</summary>
public sealed class StripeCreditNoteTests(TestPostgres postgres, EmulatedStripe stripe) : RefundsAtStripe(postgres, stripe)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task There_is_a_credit_note_for_it()
    {
        (await Services.GetRequiredService<SaveLegalDetails>().RunAsync(Night.By.Access, "Lantern Hall Ltd", "1 Quay Street\nBristol", "GB123456789", Cancel)).Refusal.ShouldBeNull();
        var order = await PaidAsync();
        await RefundAsync(27_00);
        await HearAsync([.. Stripe.News()]);

        (await Services.GetRequiredService<IssueDocuments>().CreditNotesAsync(Night.By.Access, order.Id, Cancel)).ShouldNotBeNull();

        (await Database.AskAsync("select string_agg(kind || ' ' || number, ', ' order by kind) from settlements.documents")).ShouldBe("CreditNote 1, Invoice 1");
    }

    [Fact]
    public async Task A_credit_note_keeps_its_paper_when_the_money_comes_to_nothing()
    {
        (await Services.GetRequiredService<SaveLegalDetails>().RunAsync(Night.By.Access, "Lantern Hall Ltd", "1 Quay Street\nBristol", "GB123456789", Cancel)).Refusal.ShouldBeNull();
        var papers = Services.GetRequiredService<IssueDocuments>();
        var (noted, made) = (await PaidAsync(StripeCards.RefundFails), await RefundAsync(27_00));
        await HearAsync([.. Stripe.News()]);
        var before = PageOf((await papers.CreditNotesAsync(Night.By.Access, noted.Id, Cancel))!);
        Database.Clock.Advance(TimeSpan.FromDays(2));
        Stripe.FailRefund(made);
        await HearAsync([.. Stripe.News()]);

        var after = PageOf((await papers.CreditNotesAsync(Night.By.Access, noted.Id, Cancel))!);

        (await LinksAsync(noted)).ShouldBe((true, true));
        after.ShouldStartWith(before, customMessage: "what it said it says still");
        after.Length.ShouldBeGreaterThan(before.Length, "and that it was undone");
        (await Database.AskAsync("select string_agg(kind || ' ' || number, ', ' order by kind) from settlements.documents")).ShouldBe("CreditNote 1, Invoice 1");
    }

    [Fact]
    public async Task What_came_to_nothing_before_anybody_asked_has_no_credit_note()
    {
        (await Services.GetRequiredService<SaveLegalDetails>().RunAsync(Night.By.Access, "Lantern Hall Ltd", "1 Quay Street\nBristol", "GB123456789", Cancel)).Refusal.ShouldBeNull();
        var (order, made) = (await PaidAsync(StripeCards.RefundFails), await RefundAsync(27_00));
        (await LinksAsync(order)).ShouldBe((false, false), "nobody has told us yet");
        await HearAsync([.. Stripe.News()]);
        (await LinksAsync(order)).ShouldBe((true, true));
        Stripe.FailRefund(made);
        await HearAsync([.. Stripe.News()]);

        (await Services.GetRequiredService<IssueDocuments>().CreditNotesAsync(Night.By.Access, order.Id, Cancel)).ShouldBeNull();
        (await LinksAsync(order)).ShouldBe((false, false), "a link would lead nowhere");
        (await Database.CountAsync("select count(*) from settlements.documents")).ShouldBe(0, "whoever looks takes no number");
    }

    /// <summary>Whether the team's page of an order and its buyer's page lead to credit notes.</summary>
    private async Task<(bool Team, bool Buyer)> LinksAsync(MadeOrder order)
    {
        const string Link = "/credit-notes.pdf\"";
        await using var browser = new BunitContext();
        browser.AddBunitPersistentComponentState();
        browser.Services.AddMemoryCache().AddSingleton<IHostApplicationLifetime>(new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance));
        browser.Services.AddScoped<Handover>().AddScoped<DialogService>().AddScoped<NotificationService>();
        browser.Services.AddFallbackServiceProvider(Services);

        var team = browser.Render<OrderSheet>(p => p.Add(s => s.Order, order.Id.Value).AddCascadingValue(new Membership(Night.By.Access, Night.By.Profile)));
        await team.WaitForElementAsync("h1", TimeSpan.FromSeconds(20));
        var book = (await Services.GetRequiredService<IPasses>().OfOrderAsync(order.Id, Cancel))!;
        await using var server = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        var buyer = await server.Dispatcher.InvokeAsync(async () =>
            (await server.RenderComponentAsync<OrderTickets>(ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(OrderTickets.Book)] = book }))).ToHtmlString());
        return (team.Markup.Contains(Link, StringComparison.Ordinal), buyer.Contains(Link, StringComparison.Ordinal));
    }

    /// <summary>What is drawn on the only page of a paper.</summary>
    private static string PageOf(DocumentFile file) => new ReadPdf(file.Pdf).Streams.Single(s => s.Contains(" Tf", StringComparison.Ordinal)).TrimEnd();
}
