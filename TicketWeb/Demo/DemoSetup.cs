using Microsoft.Extensions.Options;
using TicketWeb.Features.Payments;
using TicketWeb.Platform.Security;

namespace TicketWeb.Demo;

/// <summary>The demo of a development database, and what to do with it.</summary>
public static class DemoSetup
{
    /// <summary>Off where the database must stay as it is: <c>Demo=false</c>.</summary>
    private const string Switch = "Demo";

    public static IServiceCollection AddDemo(this IServiceCollection services)
    {
        services.AddOptions<OperatorsOptions>().PostConfigure<IHostEnvironment, IConfiguration>((operators, environment, settings) =>
        {
            if (IsOn(environment, settings))
                operators.Operators = [.. operators.Operators, DemoSeed.Operator];
        });
        return services.AddSingleton<DemoSeed>();
    }

    /// <summary>Seeds an empty database, and says where to look once the app serves. In Development only.</summary>
    public static async Task ShowDemoAsync(this WebApplication app)
    {
        if (!IsOn(app.Environment, app.Configuration))
            return;

        await app.Services.GetRequiredService<DemoSeed>().RunAsync(app.Lifetime.ApplicationStopping);
        app.Lifetime.ApplicationStarted.Register(() => Tell(app));
    }

    private static bool IsOn(IHostEnvironment environment, IConfiguration settings) => environment.IsDevelopment() && settings.GetValue(Switch, true);

    private static void Tell(WebApplication app)
    {
        // Inside a container the address we listen on is not the one that people use.
        var address = app.Services.GetRequiredService<PublicLinks>().To("/").TrimEnd('/');
        Console.WriteLine();
        foreach (var (what, where) in Directions(address, app.Services.GetRequiredService<IOptions<PaymentsOptions>>().Value.Provider))
            Console.WriteLine($"  {what,-13}  {where}");
        Console.WriteLine();
    }

    /// <summary>What there is to see and to try, and how one gets there.</summary>
    internal static IEnumerable<(string What, string Where)> Directions(string address, PaymentProvider provider) =>
    [
        ("TicketWeb", address),
        ("Dashboard", $"{address}/manage"),
        ("Door scanner", $"{address}/door"),
        ("All mail sent", $"{address}/dev/mailbox"),
        .. DemoCatalogue.Organizations.Select(o => ("Sign in as", $"{o.Email}, password “{DemoSeed.Password}” ({o.Name})")),
        .. DemoCatalogue.Organizations.Select(o => o.Desk).OfType<string>().Select(desk => ("Box office", $"{desk}, the same password")),
        ("Operator", $"{DemoSeed.Operator}, the same password ({address}/manage/operations)"),
        provider switch
        {
            PaymentProvider.Sandbox => ("Test card", DemoSeed.Card),
            PaymentProvider.Stripe => ("Payments", "by Stripe, with the cards that its keys are for"),
        },
    ];
}
