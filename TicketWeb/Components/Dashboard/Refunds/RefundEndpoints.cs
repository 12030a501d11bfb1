using System.Security.Claims;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Files;
using TicketWeb.Platform.Security;

namespace TicketWeb.Components.Dashboard.Refunds;

/// <summary>What of the refunds is a file and no page.</summary>
public static class RefundEndpoints
{
    public static void MapRefunds(this IEndpointRouteBuilder app) => app.MapGet("/manage/{org}/refunds.csv", RefundsAsync).RequireAuthorization();

    private static async Task<IResult> RefundsAsync(string org, string? from, string? to, ClaimsPrincipal user, IOrganizations organizations, ReportRefunds report, TimeProvider clock, CancellationToken cancel)
    {
        if (await organizations.FindMembershipAsync(user.AccountId()!.Value, org, cancel) is not { } membership)
            return Results.NotFound();
        var zone = membership.Organization.TimeZone;
        if (!RefundPeriod.Read(from, to, DateOnly.FromDateTime(clock.GetUtcNow().LocalTime(zone).DateTime)).IsDone(out var period, out var refusal))
            return Results.Problem(refusal.Sentence, statusCode: StatusCodes.Status400BadRequest);
        if (await report.ListAsync(membership.Access, period, cancel) is not { } rows)
            return Results.NotFound();
        return Csv.File($"{org}-refunds-{period.From:yyyy-MM-dd}-to-{period.To:yyyy-MM-dd}.csv", rows.Select(r => RefundFile.Row(r, zone)).Prepend(RefundFile.Head).ToAsyncEnumerable());
    }
}
