using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Organizations.UseCases;
using TicketWeb.Features.Settlements;
using TicketWeb.Features.Settlements.UseCases;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Settlements;

/// <summary>Invoices and credit notes, and the numbers that they bear.</summary>
public sealed class DocumentTests(TestPostgres postgres) : IAsyncLifetime
{
    private const string Numbers = "select string_agg(number::text, ' ' order by number) from settlements.documents where kind = 'Invoice'";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database = new(postgres);
    private MadeEvent _night = null!;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _night = await AnEvent.By(await AnOrganization.InAsync(_database.Services)).WithPool("Room", 60).With("Standing", 25m, "Room").PublishedAsync();
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Invoices_asked_for_at_once_have_numbers_without_a_gap_and_each_order_has_one()
    {
        await IdentifyAsync();
        var orders = await PaidAsync(6);

        // Everybody asks three times at once, so that most who take a number have to give it back.
        var files = await Task.WhenAll(orders.Concat(orders).Concat(orders).Select(o => Task.Run(() => AskAsync(_database.Services, o))));

        (await _database.AskAsync(Numbers)).ShouldBe("1 2 3 4 5 6");
        files.Select(f => f!.Name).Distinct().Count().ShouldBe(6);
        (await AskAsync(_database.Services, (await PaidAsync(1))[0]))!.Name.ShouldBe("invoice-7.pdf");
    }

    [Fact]
    public async Task Without_the_row_that_is_held_two_invoices_get_one_number()
    {
        await IdentifyAsync();
        var orders = await PaidAsync(2);
        await _database.AskAsync("drop index settlements.\"IX_documents_organization_id_kind_number\"");
        using var bothHaveLooked = new Barrier(2);
        var unguarded = _database.Build(s => s.AddSingleton<IInterceptor>(new WithoutHoldingNumbers(bothHaveLooked)));

        await Task.WhenAll(orders.Select(o => Task.Run(() => AskAsync(unguarded, o))));

        (await _database.AskAsync(Numbers)).ShouldBe("1 1");
    }

    [Fact]
    public async Task What_goes_back_has_credit_notes_with_numbers_of_their_own()
    {
        await IdentifyAsync();
        var order = (await PaidAsync(1))[0];
        (await _database.Get<IssueDocuments>().CreditNotesAsync(_night.By.Access, order.Id, Cancel)).ShouldBeNull("nothing went back");
        foreach (var position in new[] { 1, 2 })
            _ = (await _database.Get<RefundOrder>().RunAsync(_night.By.Access, order.Id, new RefundInput([position], RefundWhat.TicketsOnly, RefundReason.BuyerAsked, null, Guid.NewGuid()), Cancel)).Value;

        for (var i = 0; i < 2; i++)
            PagesOf((await _database.Get<IssueDocuments>().CreditNotesAsync(_night.By.Access, order.Id, Cancel))!).ShouldBe(2);

        (await _database.AskAsync("select string_agg(kind || ' ' || number, ', ' order by kind, number) from settlements.documents")).ShouldBe("CreditNote 1, CreditNote 2, Invoice 1");
    }

    [Fact]
    public async Task Until_the_organization_says_who_it_is_there_are_receipts_and_no_numbers()
    {
        var order = (await PaidAsync(1))[0];

        (await AskAsync(_database.Services, order))!.Name.ShouldStartWith("receipt-");

        (await _database.CountAsync("select count(*) from settlements.documents")).ShouldBe(0);
    }

    [Fact]
    public async Task Papers_are_for_the_buyer_and_for_those_of_the_team_who_may_see_buyers()
    {
        await IdentifyAsync();
        var order = (await PaidAsync(1))[0];
        var view = await order.ViewAsync();
        var papers = _database.Get<IssueDocuments>();
        var stranger = (await AnOrganization.InAsync(_database.Services, "Slow Water")).Access;

        (await papers.InvoiceAsync(_night.By.Access, order.Id, Cancel)).ShouldNotBeNull();
        (await papers.InvoiceAsync(_night.By.Access with { Role = Role.ReadOnly }, order.Id, Cancel)).ShouldBeNull();
        (await papers.InvoiceAsync(stranger, order.Id, Cancel)).ShouldBeNull();
        (await papers.InvoiceAsync(view.Number, "wrong", Cancel)).ShouldBeNull();
    }

    private async Task IdentifyAsync() =>
        (await _database.Get<SaveLegalDetails>().RunAsync(_night.By.Access, "Lantern Hall Ltd", "1 Quay Street\nBristol", "GB123456789", Cancel)).Refusal.ShouldBeNull();

    private async Task<List<MadeOrder>> PaidAsync(int count)
    {
        var orders = new List<MadeOrder>();
        while (orders.Count < count)
            orders.Add(await AnOrder.For(_night).With(2, "Standing").PaidAsync());
        return orders;
    }

    private static async Task<DocumentFile?> AskAsync(IServiceProvider services, MadeOrder order)
    {
        var view = await order.ViewAsync();
        return await services.GetRequiredService<IssueDocuments>().InvoiceAsync(view.Number, view.LinkToken, Cancel);
    }

    private static int PagesOf(DocumentFile file) => Encoding.Latin1.GetString(file.Pdf).Split("/Type /Page ").Length - 1;

    /// <summary>Looks for the next number instead of taking it, and both go on only when both have looked.</summary>
    private sealed class WithoutHoldingNumbers(Barrier bothHaveLooked) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (Takes(command))
                command.CommandText = "select coalesce(max(number), 0) + 1 as \"Value\", @p0 as one, @p1 as other from settlements.documents";
            return ValueTask.FromResult(result);
        }

        public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains("max(number)", StringComparison.Ordinal))
                bothHaveLooked.SignalAndWait(TimeSpan.FromSeconds(30), cancellationToken);
            return ValueTask.FromResult(result);
        }

        private static bool Takes(DbCommand command) => command.CommandText.Contains("document_numbers", StringComparison.Ordinal);
    }
}
