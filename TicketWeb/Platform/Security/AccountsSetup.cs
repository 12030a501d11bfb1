using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Platform.Security;

/// <summary>Signing up and in: ASP.NET Core Identity on our database, by password, authenticator app and passkey.</summary>
public static class AccountsSetup
{
    /// <summary>How long a session may outlive the access that was taken from it.</summary>
    internal static readonly TimeSpan Recheck = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        // Identity's stores hand the same account back and forth, which needs a context that remembers what it gave out.
        services.AddScoped(provider =>
        {
            var db = provider.GetRequiredService<Databases>().Service();
            db.ChangeTracker.QueryTrackingBehavior = Microsoft.EntityFrameworkCore.QueryTrackingBehavior.TrackAll;
            return db;
        });

        services.AddScoped<IPasswordValidator<Account>, PasswordRules>();
        services.AddIdentityCore<Account>(Configure)
            .AddEntityFrameworkStores<TicketDb>()
            .AddSignInManager()
            .AddTokenProvider<DataProtectorTokenProvider<Account>>(TokenOptions.DefaultProvider)
            .AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider)
            .AddTokenProvider<ConfirmationTokens>(ConfirmationTokens.Provider);
        services.Configure<DataProtectionTokenProviderOptions>(tokens => tokens.TokenLifespan = TimeSpan.FromHours(1));
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = Recheck);
        // A passkey asks for the finger, the face or the PIN: it stands for both steps.
        services.Configure<IdentityPasskeyOptions>(passkeys => (passkeys.ResidentKeyRequirement, passkeys.UserVerificationRequirement) = ("required", "required"));

        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        Cookie(services, IdentityConstants.ApplicationScheme, "session");
        Cookie(services, IdentityConstants.TwoFactorUserIdScheme, "step");
        Cookie(services, IdentityConstants.TwoFactorRememberMeScheme, "device");
        Cookie(services, IdentityConstants.ExternalScheme, "external");
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, SendPeopleToSignIn);

        services.AddOptions<OperatorsOptions>().BindConfiguration("")
            .Validate(o => o.Operators.All(a => EmailAddress.TryParse(a, out _)), "Operators may hold e-mail addresses only.")
            .ValidateOnStart();
        services.AddSingleton<Operators>();

        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitAccess>();
        return services
            .AddScoped<Registration>()
            .AddScoped<PasswordReset>()
            .AddScoped<PasswordSignIn>()
            .AddScoped<PasskeySignIn>()
            .AddScoped<SecondStep>()
            .AddScoped<PasswordChange>()
            .AddScoped<Authenticator>()
            .AddScoped<Passkeys>()
            .AddScoped<Sessions>();
    }

    private static void Configure(IdentityOptions identity)
    {
        identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        identity.User.RequireUniqueEmail = true;
        identity.User.AllowedUserNameCharacters = "";
        identity.SignIn.RequireConfirmedEmail = true;
        identity.Lockout.MaxFailedAccessAttempts = 5;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
        identity.Tokens.EmailConfirmationTokenProvider = ConfirmationTokens.Provider;
    }

    private static void Cookie(IServiceCollection services, string scheme, string purpose) => services
        .AddOptions<CookieAuthenticationOptions>(scheme)
        .Configure<CookieNames>((cookie, names) => names.Apply(cookie.Cookie, purpose));

    private static void SendPeopleToSignIn(CookieAuthenticationOptions session)
    {
        session.LoginPath = "/account/sign-in";
        session.ReturnUrlParameter = "returnUrl";
        session.ExpireTimeSpan = TimeSpan.FromDays(14);
        session.SlidingExpiration = true;
        session.Events.OnRedirectToLogin = context => AnswerAsync(context, StatusCodes.Status401Unauthorized);
        // What someone may not see is not there; it gets the same page as what does not exist.
        session.Events.OnRedirectToAccessDenied = context => AnswerAsync(context, StatusCodes.Status404NotFound);
    }

    private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (status == StatusCodes.Status401Unauthorized && Failures.WantsPage(context.Request, context.Request.Path))
            context.Response.Redirect(context.RedirectUri);
        else
            context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
