using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
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

    /// <summary>
    /// The order's key: the form's own, which its script made. Where none runs the place stands in for it, so that two clicks with one turn
    /// lead to the one order that it starts.
    /// </summary>
    public static string? KeyOf(IFormCollection form, Turn turn, string? token) =>
        form["key"].ToString() is { Length: > 0 } key ? key
        : turn.Admission is not null && token is not null ? Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)))
        : null;

    private async Task<bool> MayPassAsync(Turn turn, ClaimsPrincipal user, CancellationToken cancel) =>
        user.AccountId() is { } account
        && (await organizations.MembershipsOfAsync(account, cancel)).Any(m => m.Organization.Id == turn.OrganizationId && m.Access.May(Permission.EditEvents));
}
