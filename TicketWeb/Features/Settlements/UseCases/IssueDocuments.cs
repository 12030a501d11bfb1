using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Settlements.Domain;
using TicketWeb.Features.Settlements.Papers;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Settlements.UseCases;

/// <summary>
/// Makes invoices and credit notes when somebody asks for them first. The number is taken, and the document written, in one short transaction
/// of its own: a purchase never waits for a number, and one that is taken is always used.
/// </summary>
public sealed class IssueDocuments(Databases databases, IOrders orders, IEvents events, IOrganizations organizations, TimeProvider clock)
{
    /// <summary>The invoice behind a secret link; a receipt where the organization has not said who it is by law. Null where nothing was paid.</summary>
    public async Task<DocumentFile?> InvoiceAsync(string number, string token, CancellationToken cancel) =>
        await orders.FindByLinkAsync(number, token, cancel) is { } order ? await InvoiceAsync(order, cancel) : null;

    /// <summary>The same for the team.</summary>
    public async Task<DocumentFile?> InvoiceAsync(Access access, OrderId id, CancellationToken cancel) =>
        await FindAsync(access, id, cancel) is { } order ? await InvoiceAsync(order, cancel) : null;

    /// <summary>The credit notes of all that went back of the order behind a secret link, a page for each. Null where there is none, or no invoice could be written.</summary>
    public async Task<DocumentFile?> CreditNotesAsync(string number, string token, CancellationToken cancel) =>
        await orders.FindByLinkAsync(number, token, cancel) is { } order ? await CreditNotesAsync(order, cancel) : null;

    /// <summary>The same for the team.</summary>
    public async Task<DocumentFile?> CreditNotesAsync(Access access, OrderId id, CancellationToken cancel) =>
        await FindAsync(access, id, cancel) is { } order ? await CreditNotesAsync(order, cancel) : null;

    /// <summary>True where <see cref="CreditNotesAsync(string, string, CancellationToken)"/> has a paper for this order. Looking takes no number.</summary>
    public async Task<bool> HasCreditNotesAsync(OrderView order, CancellationToken cancel) =>
        order.State is OrderState.PartlyRefunded or OrderState.Refunded && (await ContextAsync(order, cancel)).Seller.Legal.Known && (await NotedAsync(order.Id, cancel)).Count > 0;

    /// <summary>The same for the team.</summary>
    public async Task<bool> HasCreditNotesAsync(Access access, OrderId id, CancellationToken cancel) =>
        await FindAsync(access, id, cancel) is { } order && await HasCreditNotesAsync(order, cancel);

    private async Task<OrderView?> FindAsync(Access access, OrderId id, CancellationToken cancel)
    {
        if (!access.May(Permission.SeeBuyers))
            return null;
        await using var db = databases.Tenant(access.OrganizationId.Value);
        // Behind the tenant's door another organization's order has no number.
        return (await orders.NumbersAsync(db, [id.Value], cancel)).Count == 1 && await orders.FindAsync(id, cancel) is { PaidAt: not null } order ? order : null;
    }

    private async Task<DocumentFile?> InvoiceAsync(OrderView order, CancellationToken cancel)
    {
        if (order.Quote.Total.Minor == 0 || order.PaidAt is null)
            return null;
        var (of, seller) = await ContextAsync(order, cancel);
        if (!seller.Legal.Known)
            return new DocumentFile($"receipt-{order.Number}.pdf", Paper.Receipt(order, of, seller));
        var document = await IssueAsync(order, seller, DocumentKind.Invoice, null, cancel);
        return new DocumentFile($"invoice-{document.Number}.pdf", Paper.Invoice(document, order, of, seller));
    }

    private async Task<DocumentFile?> CreditNotesAsync(OrderView order, CancellationToken cancel)
    {
        var (of, seller) = await ContextAsync(order, cancel);
        var refunds = await NotedAsync(order.Id, cancel);
        if (refunds.Count == 0 || !seller.Legal.Known)
            return null;

        // A credit note takes back an invoice, so there is one.
        var invoice = await IssueAsync(order, seller, DocumentKind.Invoice, null, cancel);
        var notes = new List<(Document, RefundHistory)>();
        foreach (var refund in refunds)
            notes.Add((await IssueAsync(order, seller, DocumentKind.CreditNote, refund.Fact.RefundId, cancel), refund));
        return new DocumentFile($"credit-notes-{order.Number}.pdf", Paper.CreditNotes(invoice, notes, order, of, seller));
    }

    /// <summary>The refunds that have a credit note, or will once somebody asks. A number that was given keeps its paper, also where the money came to nothing afterwards.</summary>
    private async Task<IReadOnlyList<RefundHistory>> NotedAsync(OrderId order, CancellationToken cancel)
    {
        await using var db = databases.Service();
        var given = await db.Set<Document>().Where(d => d.OrderId == order).Select(d => d.RefundId).ToListAsync(cancel);
        return [.. (await orders.HistoryAsync(db, order, cancel))!.Refunds.Where(r => r.Fact.Amount > 0 || given.Contains(r.Fact.RefundId))];
    }

    private async Task<(EventView Of, OrganizationProfile Seller)> ContextAsync(OrderView order, CancellationToken cancel)
    {
        var of = (await events.FindAsync(order.EventId, cancel))!;
        return (of, (await organizations.FindAsync(of.OrganizationId, cancel))!);
    }

    /// <summary>The document that is there, or a new one with the next number.</summary>
    private async Task<Document> IssueAsync(OrderView order, OrganizationProfile seller, DocumentKind kind, OrderRefundId? refund, CancellationToken cancel)
    {
        await using var db = databases.Service();
        if (await KnownAsync(db, order.Id, refund, cancel) is { } known)
            return known;

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var next = (await db.Database.SqlQuery<int>(
            $"""
            insert into settlements.document_numbers as n (organization_id, kind, last) values ({seller.Id.Value}, {kind.ToString()}, 1)
            on conflict (organization_id, kind) do update set last = n.last + 1 returning last as "Value"
            """).ToListAsync(cancel)).Single();
        // From here on nobody else takes a number. Whoever came first for the same order is done: leaving gives the number back.
        if (await KnownAsync(db, order.Id, refund, cancel) is { } faster)
            return faster;

        var document = new Document
        {
            Id = Id.New<DocumentId>(),
            OrganizationId = seller.Id,
            Kind = kind,
            Number = next,
            OrderId = order.Id,
            RefundId = refund,
            IssuedAt = clock.GetUtcNow(),
            SellerName = seller.Legal.Name,
            SellerAddress = seller.Legal.Address,
            SellerTaxId = seller.Legal.TaxId,
            BuyerName = order.Name,
        };
        db.Add(document);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return document;
    }

    private static Task<Document?> KnownAsync(TicketDb db, OrderId order, OrderRefundId? refund, CancellationToken cancel) =>
        db.Set<Document>().SingleOrDefaultAsync(d => d.OrderId == order && d.RefundId == refund, cancel);
}
