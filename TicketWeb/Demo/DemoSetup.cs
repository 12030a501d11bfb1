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
        Console.WriteLine($"  TicketWeb      {address}");
        Console.WriteLine($"  Dashboard      {address}/manage");
        Console.WriteLine($"  Door scanner   {address}/door");
        Console.WriteLine($"  All mail sent  {address}/dev/mailbox");
        foreach (var organization in DemoCatalogue.Organizations)
            Console.WriteLine($"  Sign in as     {organization.Email}, password “{DemoSeed.Password}” ({organization.Name})");
        foreach (var desk in DemoCatalogue.Organizations.Select(o => o.Desk).OfType<string>())
            Console.WriteLine($"  Box office     {desk}, the same password");
        Console.WriteLine($"  Operator       {DemoSeed.Operator}, the same password ({address}/manage/operations)");
        Console.WriteLine("  Test card      4242 4242 4242 4242");
        Console.WriteLine();
    }
}
