using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.Organizations.UseCases;
using TicketWeb.Features.Settlements;
using TicketWeb.Features.Settlements.UseCases;
using TicketWeb.Tests.Platform.Pdf;
using TicketWeb.Tests.Support;
using TicketWeb.Tests.Support.StripeEmulator;
using Xunit;

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

        after.ShouldStartWith(before, customMessage: "what it said it says still");
        after.Length.ShouldBeGreaterThan(before.Length, "and that it was undone");
        (await Database.AskAsync("select string_agg(kind || ' ' || number, ', ' order by kind) from settlements.documents")).ShouldBe("CreditNote 1, Invoice 1");
    }

    [Fact]
    public async Task What_came_to_nothing_before_anybody_asked_has_no_credit_note()
    {
        (await Services.GetRequiredService<SaveLegalDetails>().RunAsync(Night.By.Access, "Lantern Hall Ltd", "1 Quay Street\nBristol", "GB123456789", Cancel)).Refusal.ShouldBeNull();
        var (order, made) = (await PaidAsync(StripeCards.RefundFails), await RefundAsync(27_00));
        await HearAsync([.. Stripe.News()]);
        Stripe.FailRefund(made);
        await HearAsync([.. Stripe.News()]);

        (await Services.GetRequiredService<IssueDocuments>().CreditNotesAsync(Night.By.Access, order.Id, Cancel)).ShouldBeNull();
    }

    /// <summary>What is drawn on the only page of a paper.</summary>
    private static string PageOf(DocumentFile file) => new ReadPdf(file.Pdf).Streams.Single(s => s.Contains(" Tf", StringComparison.Ordinal)).TrimEnd();
}
