using Microsoft.AspNetCore.Antiforgery;
using TicketWeb.Platform.Security;

namespace TicketWeb.Components.Account;

/// <summary>What the account pages ask for besides pages.</summary>
public static class AccountEndpoints
{
    public static void MapAccount(this IEndpointRouteBuilder endpoints)
    {
        var account = endpoints.MapGroup("/account").WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();

        account.MapPost("/sign-out", async (Sessions sessions) =>
        {
            await sessions.EndThisAsync();
            return Results.LocalRedirect("/account/sign-in?signedOut=true");
        });

        account.MapPost("/passkeys/new", async (HttpContext http, Passkeys passkeys) => Json(await passkeys.CreationOptionsAsync(http.User.AccountId()!.Value)))
            .RequireAuthorization();

        account.MapPost("/passkeys/sign-in", async (PasskeySignIn passkeys) => Json(await passkeys.OptionsAsync()));
    }

    private static IResult Json(string options) => Results.Text(options, "application/json");
}
