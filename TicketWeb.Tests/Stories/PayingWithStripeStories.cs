using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using TicketWeb.Features.Organizations.UseCases;
using TicketWeb.Tests.Support;
using TicketWeb.Tests.Support.StripeEmulator;
using Xunit;

namespace TicketWeb.Tests.Stories;

/// <summary>
/// Stripe's form in a real browser under our real policy: its script and its API are asked for at Stripe's own addresses, where a stand-in
/// and the emulator answer.
/// </summary>
public sealed class PayingWithStripeStories(StripeApp app, Browser browser) : IClassFixture<StripeApp>
{
    private const string Declines = "4000 0000 0000 0002";
    private const string Succeeds = "4242 4242 4242 4242";
    private const string AsksTheBuyer = "4000 0000 0000 3220";

    [Fact]
    public async Task A_buyer_pays_after_a_slip_a_decline_and_a_bank_that_asks()
    {
        var page = await PayPageAsync(1280);
        var pay = page.GetByRole(AriaRole.Button, new() { Name = "Pay £54.00" });
        await Assertions.Expect(page.GetByLabel("Card number (gbp 5400, all methods)")).ToBeVisibleAsync();

        await page.GetByLabel("E-mail").FillAsync("ada@buyers.example");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Ada Buyer");
        await pay.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Your card number is incomplete.");
        await page.ShouldBeAccessibleAsync();

        await page.GetByLabel("Card number").FillAsync(Declines);
        await pay.ClickAsync();
        await Assertions.Expect(page.GetByText("Your card was declined.")).ToBeVisibleAsync();
        await page.ShouldBeFineEverywhereAsync("stripe-declined");

        await page.GetByLabel("Card number").FillAsync(AsksTheBuyer);
        await pay.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your bank wants to see you" })).ToBeVisibleAsync();
        await page.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Complete" }).ClickAsync();

        await Assertions.Expect(page.GetByText("You’re going.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".ticket")).ToHaveCountAsync(2);
        app.Stripe.Requests.ShouldAllBe(r => r.Form.Values.All(v => !v.Contains("3220", StringComparison.Ordinal)), "no card number ever came through our server");
    }

    [Fact]
    public async Task In_the_widget_a_buyer_with_a_code_tries_another_card_after_a_bank_that_says_no()
    {
        var night = await NightAsync();
        await ACode.For(night).With("EARLY").CreatedAsync();
        (await app.Get<AllowEmbedding>().RunAsync(night.By.Access, ["*"], TestContext.Current.CancellationToken)).Refusal.ShouldBeNull();
        await using var host = await HostPage.ServeAsync(app.Address, night.Slug);
        var page = await OpenAsync(browser, host.Address, 390);
        await page.GotoAsync("/");
        await page.Locator("ticketweb-button").ClickAsync();
        var frame = page.FrameLocator("ticketweb-button iframe");
        for (var i = 0; i < 2; i++)
            await frame.GetByRole(AriaRole.Button, new() { Name = "One more: Standing" }).ClickAsync();
        await frame.GetByText("I have a code").ClickAsync();
        await frame.GetByLabel("Code").FillAsync("early");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Get 2 tickets" }).ClickAsync();

        var pay = frame.GetByRole(AriaRole.Button, new() { Name = "Pay £43.40" });
        await frame.GetByLabel("E-mail").FillAsync("ada@buyers.example");
        await frame.GetByLabel("Name", new() { Exact = true }).FillAsync("Ada Buyer");
        await frame.GetByLabel("Card number (gbp 4340, card)").FillAsync(AsksTheBuyer);
        await page.ShouldBeAccessibleAsync();
        await page.PictureAsync("stripe-widget", wholePage: false);
        await pay.ClickAsync();
        await frame.GetByRole(AriaRole.Button, new() { Name = "Fail" }).ClickAsync();
        await Assertions.Expect(frame.GetByText("We are unable to authenticate your payment method.")).ToBeVisibleAsync();
        await page.ShouldBeAccessibleAsync();
        await page.PictureAsync("stripe-widget-declined", wholePage: false);

        await frame.GetByLabel("Card number").FillAsync(Succeeds);
        await pay.ClickAsync();

        await Assertions.Expect(frame.GetByText("You’re going.")).ToBeVisibleAsync();
        await Assertions.Expect(frame.Locator(".ticket")).ToHaveCountAsync(2);
        // Asked from here: the host's policy does not let the browser evaluate text again and again.
        const string Heard = "heard.some(h => h.name === 'purchase' && h.total === '43.40' && h.currency === 'GBP')";
        for (var look = 0; look < 100 && !await page.EvaluateAsync<bool>(Heard); look++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        (await page.EvaluateAsync<bool>(Heard)).ShouldBeTrue();
        new Uri(page.Url).ShouldBe(host.Address, "the buyer never left the host's page");
        (await page.Context.CookiesAsync()).ShouldBeEmpty("no cookie was needed");
        app.Stripe.Find(app.Stripe.LatestIntent()).Number("amount_received").ShouldBe(43_40);
    }

    [Fact]
    public async Task The_team_sees_what_was_refunded_at_Stripe_and_decides_about_the_tickets()
    {
        var account = await AnAccount.InAsync(app.Services);
        var night = await NightAsync(account.Id);
        var order = await AnOrder.For(night).With(2, "Standing").StartedAsync();
        (await order.PayAsync(app.Stripe.Token(StripeCards.Succeeds))).Refusal.ShouldBeNull();
        app.Stripe.News();
        (await app.Stripe.RefundAsync(app.Stripe.LatestIntent(), 30_00)).ShouldStartWith("re_");
        foreach (var news in app.Stripe.News())
            (await app.Stripe.DeliverAsync(app.Address, news)).ShouldBe(200);
        var team = await browser.SignedInAsync(app, account.Email!, $"/manage/{night.By.Profile.Slug}/orders/{order.Id.Value}");
        var row = team.GetByText("Made at the payment company");
        for (var look = 0; look < 40 && await row.CountAsync() == 0; look++)
        {
            await Task.Delay(250, TestContext.Current.CancellationToken);
            await team.ReloadAsync();
        }

        await Assertions.Expect(team.GetByText("£30.00 went back at the payment company, and not here.")).ToBeVisibleAsync();
        await team.ReadyAsync();
        await team.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await team.GetByLabel("Reason").SelectOptionAsync("The buyer asked");
        await Assertions.Expect(team.GetByText("goes back: £27.00 went back at the payment company before.")).ToBeVisibleAsync();
        await team.ShouldBeFineEverywhereAsync("stripe-refunded-there");
        await team.GetByRole(AriaRole.Button, new() { Name = "Take back" }).ClickAsync();
        await team.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { Name = "Take back 1 ticket" }).ClickAsync();
        await Assertions.Expect(team.GetByText("£3.00 went back at the payment company, and not here.")).ToBeVisibleAsync();

        await team.GotoAsync($"/manage/{night.By.Profile.Slug}/events/{night.Id.Value}/refunds");
        await Assertions.Expect(team.GetByText("£3.00 of order")).ToBeVisibleAsync();
        await team.ShouldBeFineEverywhereAsync("stripe-refunds-there");
    }

    [Fact]
    public async Task Where_Stripe_cannot_be_reached_the_page_says_so()
    {
        var page = await PayPageAsync(390, reachable: false);

        await Assertions.Expect(page.GetByText("The fields for your card could not be loaded.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_owner_sets_up_where_the_share_goes()
    {
        var page = await browser.OpenAsync(app.Address, 1280);
        await page.RouteAsync("https://connect.stripe.com/**", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = "<title>Stripe</title><h1>Who are you?</h1>" }));
        await page.SignInAsync(app, "demo@harbourhall.example", "/manage");
        await page.GetByRole(AriaRole.Link, new() { Name = "Payouts" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Set up payouts" })).ToBeVisibleAsync();
        await page.ShouldBeFineEverywhereAsync("stripe-payouts");
        var payouts = page.Url;

        await page.GetByRole(AriaRole.Button, new() { Name = "Set up payouts" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Who are you?")).ToBeVisibleAsync();
        app.Stripe.Complete(new Uri(page.Url).Segments[^1]);
        await page.GotoAsync(payouts);

        await Assertions.Expect(page.GetByText("All set.")).ToBeVisibleAsync();
        await page.ShouldBeFineEverywhereAsync("stripe-payouts-set");
        await page.GetByRole(AriaRole.Button, new() { Name = "See your account at Stripe" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("^https://connect.stripe.com/express/"));
    }

    private async Task<IPage> PayPageAsync(int width, bool reachable = true)
    {
        var night = await NightAsync();
        var page = await OpenAsync(browser, app.Address, width, reachable);
        await page.GotoAsync($"/e/{night.Slug}");
        for (var i = 0; i < 2; i++)
            await page.GetByRole(AriaRole.Button, new() { Name = "One more: Standing" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Get 2 tickets" }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Almost yours" })).ToBeVisibleAsync();
        return page;
    }

    private async Task<MadeEvent> NightAsync(Guid? owner = null) => await AnEvent.By(await AnOrganization.InAsync(app.Services, owner: owner)).WithPool("Room", 100).With("Standing", 25m, "Room").PublishedAsync();

    /// <summary>A page for which the stand-in is at Stripe's addresses.</summary>
    private async Task<IPage> OpenAsync(Browser with, Uri address, int width, bool reachable = true)
    {
        var page = await with.OpenAsync(address, width);
        await page.RouteAsync("https://js.stripe.com/**", route => reachable
            ? route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/javascript", Body = Tools.Read("stripe-form.js") })
            : route.AbortAsync());
        await page.RouteAsync("https://api.stripe.com/**", AnswerAsync);
        return page;
    }

    /// <summary>What Stripe's API says to a browser: the token of a card, and that a bank has decided.</summary>
    private async Task AnswerAsync(IRoute route)
    {
        var body = route.Request.PostData ?? "";
        if (route.Request.Url.Contains("authenticate", StringComparison.Ordinal))
            app.Stripe.Decide(body[..body.IndexOf("_secret_", StringComparison.Ordinal)], route.Request.Url.EndsWith("Complete", StringComparison.Ordinal));
        var card = body switch { Declines => StripeCards.Declines, AsksTheBuyer => StripeCards.AsksTheBuyer, _ => StripeCards.Succeeds };
        await route.FulfillAsync(new RouteFulfillOptions
        {
            ContentType = "application/json",
            Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*", ["Access-Control-Allow-Headers"] = "*" },
            Body = $$"""{"id":"{{app.Stripe.Token(card)}}"}""",
        });
    }
}
