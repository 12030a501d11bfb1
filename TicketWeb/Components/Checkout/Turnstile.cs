using System.Security.Claims;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.WaitingRoom;
using TicketWeb.Features.WaitingRoom.UseCases;
using TicketWeb.Platform.Security;

namespace TicketWeb.Components.Checkout;

/// <summary>Stands before the start of every order, on our pages and in the frame alike.</summary>
public sealed class Turnstile(FindTurn find, NoteDemand demand, IOrganizations organizations)
{
    /// <summary>How a buyer stands who wants to start an order now. Whoever may switch the room off may walk past it.</summary>
    public async Task<Turn> ArriveAsync(string slug, string? token, ClaimsPrincipal user, CancellationToken cancel)
    {
        demand.Came(slug);
        var turn = await find.RunAsync(slug, token, cancel);
        return turn.MayBuy || !await MayPassAsync(turn, user, cancel) ? turn : Turn.Free;
    }

    private async Task<bool> MayPassAsync(Turn turn, ClaimsPrincipal user, CancellationToken cancel) =>
        user.AccountId() is { } account
        && (await organizations.MembershipsOfAsync(account, cancel)).Any(m => m.Organization.Id == turn.OrganizationId && m.Access.May(Permission.EditEvents));
}
