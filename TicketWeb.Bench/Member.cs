using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using TicketWeb.Platform.Security;

namespace TicketWeb.Bench;

/// <summary>Somebody of a team, who signs in as people do.</summary>
internal sealed partial class Member
{
    private const string Email = "sam@lantern.example";
    private const string Password = "correct horse battery";

    private Member(Guid id) => Id = id;

    /// <summary>The account's id.</summary>
    public Guid Id { get; }

    public static async Task<Member> SignUpAsync(Rig rig)
    {
        await using var scope = rig.Get<IServiceScopeFactory>().CreateAsyncScope();
        var account = new Account { UserName = Email, Email = Email, EmailConfirmed = true, DisplayName = "Sam Okafor", CreatedAt = DateTimeOffset.UtcNow };
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password);
        return made.Succeeded ? new Member(account.Id) : throw new InvalidOperationException(string.Join(' ', made.Errors.Select(e => e.Description)));
    }

    /// <summary>The cookies of a session.</summary>
    public static async Task<string> SignInAsync(IPEndPoint server, CancellationToken cancel)
    {
        var page = new Uri($"http://{server}/account/sign-in");
        using var browser = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(browser);
        var form = await http.GetStringAsync(page, cancel);
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["__RequestVerificationToken"] = Token().Match(form).Groups[1].Value,
            ["email"] = Email,
            ["password"] = Password,
        });
        using var answer = await http.PostAsync(page, fields, cancel);
        var cookies = browser.CookieContainer.GetCookieHeader(page);
        return cookies.Contains("ticketweb-session=", StringComparison.Ordinal) ? cookies : throw new InvalidOperationException($"Signing in was answered with {(int)answer.StatusCode}.");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
