using Microsoft.AspNetCore.WebUtilities;
using TicketWeb.Platform.Security;

namespace TicketWeb.Components.Account;

/// <summary>Addresses of the account pages, each carrying on where the person wanted to go.</summary>
internal static class Links
{
    public const string ForgotPassword = "/account/forgot-password";
    public const string Security = "/account/security";

    public static string SignIn(string? returnUrl) => With("/account/sign-in", ("returnUrl", LocalUrl.OrNothing(returnUrl)));

    public static string SignUp(string? returnUrl) => With("/account/sign-up", ("returnUrl", LocalUrl.OrNothing(returnUrl)));

    public static string CheckYourMail(string? returnUrl) => With("/account/check-your-mail", ("returnUrl", LocalUrl.OrNothing(returnUrl)));

    public static string SecondStep(string? returnUrl, bool remember, bool recovery = false) => With(
        "/account/second-step",
        ("returnUrl", LocalUrl.OrNothing(returnUrl)),
        ("remember", remember ? "true" : null),
        ("recovery", recovery ? "true" : null));

    /// <summary>Where a right password leads.</summary>
    public static string After(SignInStep step, string? returnUrl, bool remember) => step switch
    {
        SignInStep.Done => LocalUrl.OrHome(returnUrl),
        SignInStep.SecondStep => SecondStep(returnUrl, remember),
        SignInStep.ConfirmFirst => CheckYourMail(returnUrl),
    };

    private static string With(string path, params (string Name, string? Value)[] query) =>
        QueryHelpers.AddQueryString(path, query.Where(q => q.Value is not null).Select(q => KeyValuePair.Create(q.Name, q.Value)));
}
