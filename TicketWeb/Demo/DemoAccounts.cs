using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TicketWeb.Platform.Security;

namespace TicketWeb.Demo;

/// <summary>The accounts that a demo leaves in its database. Their password stands in the README, and one of them is an operator's.</summary>
public static class DemoAccounts
{
    private static string[] Emails => [DemoSeed.Operator, .. DemoCatalogue.Organizations.SelectMany(o => (string?[])[o.Email, o.Desk]).OfType<string>()];

    /// <summary>Outside Development nobody is served while one of them still has the demo's password.</summary>
    /// <returns>False, with a sentence on the error output, where one has.</returns>
    public static async Task<bool> AreDemoAccountsClosedAsync(this WebApplication app)
    {
        if (app.Environment.IsDevelopment() || await OpenAsync(app.Services, app.Lifetime.ApplicationStopping) is not { Count: > 0 } open)
            return true;
        await Console.Error.WriteLineAsync($"This database has been a demo: {string.Join(", ", open)} can still sign in with the password that the README tells everybody. Start on an empty database, or give them other passwords first.");
        await app.DisposeAsync();
        return false;
    }

    private static async Task<IReadOnlyList<string>> OpenAsync(IServiceProvider services, CancellationToken cancel)
    {
        var emails = Emails;
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var there = await accounts.Users.Where(a => emails.Contains(a.Email)).OrderBy(a => a.Email).ToListAsync(cancel);
        return [.. there.Where(a => a.PasswordHash is { } hash && accounts.PasswordHasher.VerifyHashedPassword(a, hash, DemoSeed.Password) != PasswordVerificationResult.Failed).Select(a => a.Email!)];
    }
}
