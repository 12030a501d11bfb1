using System.Security.Claims;
using TicketWeb.Features.BoxOffice;
using TicketWeb.Features.BoxOffice.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Files;
using TicketWeb.Platform.Security;

namespace TicketWeb.Components.Dashboard.BoxOffice;

/// <summary>What of the box office is a file and no page.</summary>
public static class BoxOfficeEndpoints
{
    public static void MapBoxOffice(this IEndpointRouteBuilder app) => app.MapGet("/manage/{org}/takings.csv", TakingsAsync).RequireAuthorization();

    private static async Task<IResult> TakingsAsync(string org, string? day, ClaimsPrincipal user, IOrganizations organizations, ShowTakings show, CancellationToken cancel)
    {
        if (await organizations.FindMembershipAsync(user.AccountId()!.Value, org, cancel) is not { } membership)
            return Results.NotFound();
        var wanted = Days.Read(day);
        if (wanted is null && !string.IsNullOrEmpty(day))
            return Results.Problem(Days.Wanted, statusCode: StatusCodes.Status400BadRequest);
        if (await show.RunAsync(membership.Access, wanted, cancel) is not { } view)
            return Results.NotFound();
        return Csv.File($"{org}-takings-{view.Day:yyyy-MM-dd}.csv", TakingsFile.Rows(view, membership.Organization.TimeZone).Prepend(TakingsFile.Head).ToAsyncEnumerable());
    }
}
