using Microsoft.Playwright;
using Shouldly;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Components.Account;

/// <summary>In a real browser, whose finger is played by Chromium's virtual authenticator.</summary>
public sealed class PasskeyTests(PasskeyTests.Site site, Browser browser) : IClassFixture<PasskeyTests.Site>
{
    [Fact]
    public async Task A_passkey_is_made_named_used_without_a_password_and_taken_away()
    {
        var page = await browser.OpenAsync(site.Address);
        var console = new List<string>();
        page.Console += (_, message) => console.Add(message.Text);
        var authenticator = await page.Context.NewCDPSessionAsync(page);
        await authenticator.SendAsync("WebAuthn.enable");
        await authenticator.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true },
        });

        await SignUpAsync(page);
        await page.GotoAsync("/account/security");
        await page.GetByLabel("Name of this device").FillAsync("My phone");
        await page.GetByText("Add a passkey").ClickAsync();
        await page.GetByLabel("Name of the passkey My phone").FillAsync("Old phone");
        await page.GetByText("Rename").ClickAsync();
        await page.GetByText("Sign out", new() { Exact = true }).ClickAsync();

        // The sign-in page's browser offers it by itself, beside the e-mail field, and the virtual finger takes the offer.
        await ShouldBeAtAsync(page, "/account/organizations");

        await page.GotoAsync("/account/security");
        await page.GetByLabel("Remove Old phone").ClickAsync();
        await page.GetByLabel("Remove Old phone").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.ShouldBeAccessibleAsync();
        await page.ShouldFitItsWidthAsync();
        console.ShouldNotContain(line => line.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    private async Task SignUpAsync(IPage page)
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        await page.GotoAsync("/account/sign-up");
        await page.GetByLabel("Your name").FillAsync("Sam Okafor");
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(Visitor.Password);
        await page.GetByText("Create account").ClickAsync();
        await ShouldBeAtAsync(page, "/account/check-your-mail");
        await page.GotoAsync(site.Letters.To(email, "confirm")[^1].Text);
        await page.GetByLabel("The password you chose").FillAsync(Visitor.Password);
        await page.GetByText("Confirm and sign in").ClickAsync();
        await ShouldBeAtAsync(page, "/account/organizations");
    }

    private Task ShouldBeAtAsync(IPage page, string path) => Assertions.Expect(page).ToHaveURLAsync(new Uri(site.Address, path).ToString());

    /// <summary>The app on a real port.</summary>
    public sealed class Site(TestPostgres postgres) : IAsyncLifetime
    {
        private readonly AccountsApp _app = new(postgres);

        public Uri Address { get; private set; } = new("about:blank");

        internal RecordedLetters Letters => _app.Letters;

        public async ValueTask InitializeAsync()
        {
            await _app.InitializeAsync();
            _app.UseKestrel(0);
            _app.StartServer();
            // Passkeys belong to a name, never to a bare number.
            Address = new UriBuilder(_app.ClientOptions.BaseAddress) { Host = "localhost" }.Uri;
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }
}
