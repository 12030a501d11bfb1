using System.Security.Claims;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Settlements;
using TicketWeb.Features.Settlements.UseCases;
using TicketWeb.Kernel;
using TicketWeb.Platform.Files;
using TicketWeb.Platform.Security;

namespace TicketWeb.Components.Dashboard.Settlements;

/// <summary>What of the settlements is a file and no page.</summary>
public static class SettlementEndpoints
{
    public static void MapSettlements(this IEndpointRouteBuilder app)
    {
        var organization = app.MapGroup("/manage/{org}").RequireAuthorization();
        organization.MapGet("/settlements/entries.csv", EntriesAsync);
        organization.MapGet("/orders/{order:guid}/invoice.pdf", (string org, Guid order, ClaimsPrincipal user, IOrganizations organizations, IssueDocuments papers, CancellationToken cancel) =>
            PaperAsync(org, user, organizations, access => papers.InvoiceAsync(access, OrderId.From(order), cancel), cancel));
        organization.MapGet("/orders/{order:guid}/credit-notes.pdf", (string org, Guid order, ClaimsPrincipal user, IOrganizations organizations, IssueDocuments papers, CancellationToken cancel) =>
            PaperAsync(org, user, organizations, access => papers.CreditNotesAsync(access, OrderId.From(order), cancel), cancel));
    }

    private static async Task<IResult> PaperAsync(string org, ClaimsPrincipal user, IOrganizations organizations, Func<Access, Task<DocumentFile?>> find, CancellationToken cancel) =>
        await organizations.FindMembershipAsync(user.AccountId()!.Value, org, cancel) is { } membership && await find(membership.Access) is { } paper
            ? Results.File(paper.Pdf, "application/pdf", paper.Name)
            : Results.NotFound();

    private static async Task<IResult> EntriesAsync(string org, string? statement, ClaimsPrincipal user, IOrganizations organizations, ListEntries list, ListStatements statements, CancellationToken cancel)
    {
        var id = Id.Parse<StatementId>(statement);
        if (await organizations.FindMembershipAsync(user.AccountId()!.Value, org, cancel) is not { } membership
            || (id is null && !string.IsNullOrEmpty(statement))
            || await list.AllAsync(membership.Access, id, cancel) is not { } entries)
            return Results.NotFound();

        var closed = id is null ? null : (await statements.RunAsync(membership.Access, cancel)).SingleOrDefault(s => s.Id == id);
        return Csv.File(
            closed is null ? $"{org}-open.csv" : $"{org}-statement-{closed.Number}-{closed.FirstDay:yyyy-MM-dd}-to-{closed.LastDay:yyyy-MM-dd}.csv",
            entries.Select(e => EntryFile.Row(e, membership.Organization.TimeZone)).Prepend(EntryFile.Head));
    }
}
