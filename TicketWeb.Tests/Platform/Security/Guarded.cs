using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Security;

namespace TicketWeb.Tests.Platform.Security;

/// <summary>A small app behind the same guards as the real one, without a database.</summary>
internal static class Guarded
{
    public const int SignInTries = 5;

    /// <param name="map">What it serves.</param>
    /// <param name="services">What else it needs.</param>
    /// <param name="visitor">The address every request seems to come from.</param>
    public static WebApplication App(Action<WebApplication> map, Action<IServiceCollection>? services = null, string visitor = "203.0.113.7", params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)));
        builder.Configuration["RateLimits:SignIn:Permits"] = SignInTries.ToString(System.Globalization.CultureInfo.InvariantCulture);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSecurity();
        // Nobody connects: keys that live as long as the app do here.
        builder.Services.AddSingleton(new Databases(new DatabaseConnection("Host=nowhere"), []));
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services?.Invoke(builder.Services);

        var app = builder.Build();
        app.Use((context, next) =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(visitor);
            return next(context);
        });
        app.UseSecurity();
        app.UseRouting();
        app.UseRateLimiter();
        app.MapFailures((_, _, failure) => Results.Text($"page {failure.Status}", "text/html", statusCode: failure.Status));
        map(app);
        return app;
    }
}
