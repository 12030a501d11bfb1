using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Stories;

/// <summary>What a promoter decides about prices, and what buyers see of it: codes, tax, fees.</summary>
public sealed class PriceStories(DemoApp app, Browser browser) : IClassFixture<DemoApp>
{
    /// <summary>Notes every total that is shown from now on.</summary>
    private const string Totals = """
        () => {
            window.totals = [];
            new MutationObserver(() => window.totals.push([...document.querySelectorAll("[data-sum] .total")].at(-1)?.textContent))
                .observe(document.querySelector("[data-sum]"), { childList: true });
        }
        """;

    /// <summary>What live counts do to every stepper, whether they change anything or not.</summary>
    private const string LiveCounts = """() => document.querySelectorAll("[data-stepper] input").forEach(input => input.dispatchEvent(new Event("input", { bubbles: true })))""";

    [Fact]
    public async Task A_code_is_made_used_and_ended()
    {
        const string code = "MATES";
        var promoter = await browser.SignedInAsync(app, "demo@harbourhall.example");
        await promoter.GetByRole(AriaRole.Link, new() { Name = "Night Swimmers" }).First.ClickAsync();
        await promoter.GetByRole(AriaRole.Link, new() { Name = "Codes", Exact = true }).ClickAsync();
        await promoter.GetByRole(AriaRole.Link, new() { Name = "Add code" }).ClickAsync();
        await promoter.GetByLabel("Code", new() { Exact = true }).FillAsync(code.ToLowerInvariant());
        await promoter.GetByRole(AriaRole.Button, new() { Name = "Save code" }).ClickAsync();
        await Assertions.Expect(promoter.GetByText("Give a percentage between 0.01 and 100, like 20.").First).ToBeVisibleAsync();
        await promoter.ShouldBeFineEverywhereAsync("code-new");
        await promoter.GetByLabel("Percent").FillAsync("25");
        await promoter.GetByLabel("Balcony").CheckAsync();
        await promoter.GetByLabel("Most uses").FillAsync("1");
        await promoter.GetByRole(AriaRole.Button, new() { Name = "Save code" }).ClickAsync();
        var row = promoter.GetByRole(AriaRole.Listitem).Filter(new() { HasText = code });
        await Assertions.Expect(row).ToContainTextAsync("25 % off each ticket · Balcony");

        var buyer = await browser.OpenAsync(app.Address, 1280);
        await buyer.GotoAsync("/e/night-swimmers");
        await buyer.GetByRole(AriaRole.Button, new() { Name = "One more: Balcony" }).ClickAsync();
        await buyer.GetByText("I have a code").ClickAsync();
        await buyer.GetByLabel("Code").FillAsync("NATES");
        await buyer.GetByRole(AriaRole.Button, new() { Name = "Get 1 ticket" }).ClickAsync();
        await Assertions.Expect(buyer.GetByText("There is no code NATES for this event.").First).ToBeVisibleAsync();
        await buyer.ShouldBeFineEverywhereAsync("code-wrong");
        await buyer.GetByLabel("Code").FillAsync(code);
        await buyer.GetByRole(AriaRole.Button, new() { Name = "Get 1 ticket" }).ClickAsync();
        await Assertions.Expect(buyer.GetByText("−£7.88")).ToBeVisibleAsync();
        await buyer.GetByLabel("E-mail").FillAsync("sam.okafor@buyers.example");
        await buyer.GetByLabel("Name").FillAsync("Sam Okafor");
        await buyer.GetByLabel("Card number").FillAsync(Cards.Succeeds);
        await buyer.GetByRole(AriaRole.Button, new() { Name = "Pay £25.54" }).ClickAsync();
        await buyer.GetByText("What you paid for").ClickAsync();
        await Assertions.Expect(buyer.GetByText("Tax 20 %, included")).ToBeVisibleAsync();

        await promoter.ReloadAsync();
        await Assertions.Expect(row).ToContainTextAsync("1 of 1 orders");
        await promoter.ReadyAsync();
        await row.GetByRole(AriaRole.Link, new() { Name = $"Change {code}" }).ClickAsync();
        await Assertions.Expect(promoter.GetByLabel("Percent")).ToHaveValueAsync("25");
        await Assertions.Expect(promoter.GetByLabel("Balcony")).ToBeCheckedAsync();
        await promoter.GetByLabel("Percent").FillAsync("0");
        await promoter.GetByLabel("Most uses").FillAsync("3");
        await promoter.GetByRole(AriaRole.Button, new() { Name = "Save code" }).ClickAsync();
        await Assertions.Expect(promoter.GetByText("Give a percentage between 0.01 and 100, like 20.").First).ToBeVisibleAsync();
        await promoter.GetByLabel("Percent").FillAsync("30");
        await promoter.GetByRole(AriaRole.Button, new() { Name = "Save code" }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("30 % off each ticket · Balcony");
        await Assertions.Expect(row).ToContainTextAsync("1 of 3 orders");
        await row.GetByRole(AriaRole.Button).ClickAsync();
        await promoter.GetByRole(AriaRole.Button, new() { Name = "End it" }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("Ended");
        await Assertions.Expect(promoter.GetByText("Code ended")).ToHaveCountAsync(0, new() { Timeout = 10_000 });
        await promoter.ShouldBeFineEverywhereAsync("codes");
    }

    [Fact]
    public async Task An_add_on_is_made_bought_with_a_ticket_and_sent_back_alone()
    {
        var promoter = await browser.SignedInAsync(app, "demo@harbourhall.example");
        await promoter.GetByRole(AriaRole.Link, new() { Name = "Tuesday Tapas" }).First.ClickAsync();
        await promoter.GetByRole(AriaRole.Link, new() { Name = "Tickets & stock" }).First.ClickAsync();
        await promoter.GetByRole(AriaRole.Link, new() { Name = "Add add-on" }).ClickAsync();
        await promoter.GetByLabel("Name", new() { Exact = true }).FillAsync("Cookbook");
        await promoter.GetByLabel("Your price (GBP)").FillAsync("20");
        await promoter.GetByLabel("Stock").FillAsync("-1");
        await promoter.GetByLabel("some are included with each order").CheckAsync();
        await promoter.GetByRole(AriaRole.Button, new() { Name = "Save add-on" }).ClickAsync();
        await Assertions.Expect(promoter.GetByText("The stock must be between 0 and 1,000,000, or empty for any number.").First).ToBeVisibleAsync();
        await promoter.ShouldBeFineEverywhereAsync("add-on-new");
        await promoter.GetByLabel("no: people buy it").CheckAsync();
        await promoter.GetByLabel("Stock").FillAsync("3");
        await promoter.GetByRole(AriaRole.Button, new() { Name = "Save add-on" }).ClickAsync();
        await Assertions.Expect(promoter.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Cookbook" })).ToContainTextAsync("0 sold3 left");
        await Assertions.Expect(promoter.GetByText("Add-on saved")).ToHaveCountAsync(0, new() { Timeout = 10_000 });
        await promoter.ShouldBeFineEverywhereAsync("add-ons");
        await promoter.GetByRole(AriaRole.Link, new() { Name = "Add add-on" }).ClickAsync();
        await promoter.GetByLabel("Name", new() { Exact = true }).FillAsync("Apron");
        await promoter.GetByLabel("Your price (GBP)").FillAsync("30");
        await promoter.GetByRole(AriaRole.Button, new() { Name = "Save add-on" }).ClickAsync();
        await promoter.GetByRole(AriaRole.Link, new() { Name = "Apron" }).ClickAsync();

        var buyer = await browser.OpenAsync(app.Address, 1280);
        await buyer.GotoAsync("/e/tuesday-tapas");
        await buyer.GetByLabel("How many: Apron").FillAsync("1");
        await promoter.GetByRole(AriaRole.Button, new() { Name = "Remove add-on" }).ClickAsync();
        await promoter.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await Assertions.Expect(buyer.Locator("[data-type-id]").Filter(new() { HasText = "Apron" })).ToContainTextAsync("Not on sale");
        await Assertions.Expect(buyer.GetByLabel("How many: Apron")).ToHaveValueAsync("0");
        await Assertions.Expect(buyer.GetByText("1 included with each ticket, while there are any")).ToBeVisibleAsync();
        await buyer.GetByRole(AriaRole.Button, new() { Name = "One more: Cookbook" }).DblClickAsync();
        await buyer.GetByRole(AriaRole.Button, new() { Name = "Get tickets" }).ClickAsync();
        await Assertions.Expect(buyer.GetByText("Cookbook is sold with a ticket only. Choose one as well.")).ToBeVisibleAsync();
        await buyer.GetByRole(AriaRole.Button, new() { Name = "One more: Place at the table" }).ClickAsync();
        await buyer.ShouldBeFineEverywhereAsync("add-on-event");
        await buyer.GetByRole(AriaRole.Button, new() { Name = "Get 1 ticket" }).ClickAsync();
        await Assertions.Expect(buyer.GetByText("1 × Welcome drink, included")).ToBeVisibleAsync();
        await buyer.GetByLabel("E-mail").FillAsync("sam.okafor@buyers.example");
        await buyer.GetByLabel("Name").FillAsync("Sam Okafor");
        await buyer.GetByLabel("Card number").FillAsync(Cards.Succeeds);
        await buyer.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Pay ") }).ClickAsync();
        await Assertions.Expect(buyer.GetByRole(AriaRole.Listitem).GetByText("2 × Cookbook")).ToBeVisibleAsync();
        await Assertions.Expect(buyer.Locator(".ticket")).ToHaveCountAsync(1);
        await buyer.ShouldBeFineEverywhereAsync("add-on-order");

        await promoter.GetByRole(AriaRole.Link, new() { Name = "Orders", Exact = true }).First.ClickAsync();
        await promoter.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^....-....$") }).First.ClickAsync();
        await promoter.GetByLabel("Cookbook").FillAsync("1");
        await promoter.GetByLabel("Reason").SelectOptionAsync("The buyer asked");
        await Assertions.Expect(promoter.GetByText("1 add-on can be sold again; the tickets stay good.")).ToBeVisibleAsync();
        await promoter.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Refund £") }).ClickAsync();
        await promoter.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Refund £") }).ClickAsync();
        await Assertions.Expect(promoter.GetByText("1 went back")).ToBeVisibleAsync();
        await buyer.ReloadAsync();
        await Assertions.Expect(buyer.GetByRole(AriaRole.Listitem).GetByText("1 × Cookbook")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_tax_and_a_fee_are_in_the_price_from_the_first_screen()
    {
        var promoter = await browser.SignedInAsync(app, "demo@harbourhall.example");
        await promoter.GetByRole(AriaRole.Link, new() { Name = "Venues" }).ClickAsync();
        // An event's link on the page before has the venue's name in it, too.
        await Assertions.Expect(promoter.GetByRole(AriaRole.Heading, new() { Name = "Venues", Level = 1 })).ToBeVisibleAsync();
        await promoter.GetByRole(AriaRole.Link, new() { Name = "The Boat Shed" }).ClickAsync();
        await promoter.GetByLabel("Tax on tickets (%)").FillAsync("10");
        await promoter.GetByLabel("Come without it").CheckAsync();
        await promoter.ShouldBeFineEverywhereAsync("tax");
        await promoter.GetByRole(AriaRole.Button, new() { Name = "Save venue" }).ClickAsync();
        await Assertions.Expect(promoter.GetByRole(AriaRole.Heading, new() { Name = "Venues", Level = 1 })).ToBeVisibleAsync();
        await promoter.GetByRole(AriaRole.Link, new() { Name = "Events", Exact = true }).First.ClickAsync();
        await promoter.GetByRole(AriaRole.Link, new() { Name = "Tuesday Tapas" }).First.ClickAsync();
        await promoter.GetByRole(AriaRole.Link, new() { Name = "Tickets & stock" }).First.ClickAsync();
        await promoter.GetByRole(AriaRole.Button, new() { Name = "Add a fee of your own" }).ClickAsync();
        await promoter.GetByLabel("Amount (GBP)").FillAsync("1");
        await promoter.GetByRole(AriaRole.Button, new() { Name = "Save fees" }).ClickAsync();
        await Assertions.Expect(promoter.GetByText("£50.22 for buyers")).ToBeVisibleAsync();
        await Assertions.Expect(promoter.GetByText("£47.20 for you")).ToBeVisibleAsync();
        await Assertions.Expect(promoter.GetByText("Fees saved")).ToHaveCountAsync(0, new() { Timeout = 10_000 });
        await promoter.GetByRole(AriaRole.Button, new() { Name = "Add another fee" }).ClickAsync();
        var second = promoter.GetByRole(AriaRole.Group, new() { Name = "Fee 2" });
        await second.GetByLabel("Amount (GBP)").FillAsync("2.50");
        await second.GetByText("On each ticket, paid by buyers").ClickAsync();
        await second.GetByLabel("Name of the fee").FillAsync("Handling");
        await second.GetByLabel("Once an order").CheckAsync();
        await Assertions.Expect(promoter.GetByText("£2.50 Handling")).ToBeVisibleAsync();
        await promoter.GetByRole(AriaRole.Button, new() { Name = "Add another fee" }).ClickAsync();
        var third = promoter.GetByRole(AriaRole.Group, new() { Name = "Fee 3" });
        await third.GetByLabel("Amount (GBP)").FillAsync("0.30");
        await third.GetByText("On each ticket, paid by buyers").ClickAsync();
        await third.GetByLabel("On each add-on").CheckAsync();
        await Assertions.Expect(promoter.GetByText("Welcome drink beside it costs the buyer £7.84 all in: £6.50 for the add-on, £0.39 our fee, £0.30 your fee, £0.65 tax.")).ToBeVisibleAsync();
        await promoter.ShouldBeFineEverywhereAsync("fees");
        await promoter.GetByRole(AriaRole.Button, new() { Name = "Save fees" }).ClickAsync();
        await Assertions.Expect(promoter.GetByText("£52.72 for buyers")).ToBeVisibleAsync();
        await promoter.ReloadAsync();
        await promoter.ReadyAsync();
        await Assertions.Expect(promoter.GetByText("Fee 3: £0.30, on each add-on")).ToBeVisibleAsync();
        await Assertions.Expect(second.GetByLabel("Amount (GBP)")).ToBeHiddenAsync();
        await promoter.GetByText("Handling: £2.50, once an order").FocusAsync();
        await promoter.Keyboard.PressAsync("Enter");
        await Assertions.Expect(second.GetByLabel("Amount (GBP)")).ToHaveValueAsync("2.50");

        var buyer = await browser.OpenAsync(app.Address, 1280);
        var asked = 0;
        buyer.Request += (_, request) => asked += request.Url.EndsWith("/sum", StringComparison.Ordinal) ? 1 : 0;
        await buyer.GotoAsync("/e/tuesday-tapas");
        await buyer.GetByRole(AriaRole.Button, new() { Name = "One more: Place at the table" }).ClickAsync();
        await Assertions.Expect(buyer.GetByText("with fees and tax").First).ToBeVisibleAsync();
        await Assertions.Expect(buyer.Locator("[data-sum] .total").Last).ToHaveTextAsync("£52.72");
        await buyer.EvaluateAsync(Totals);
        await buyer.GetByRole(AriaRole.Button, new() { Name = "One more: Place at the table" }).ClickAsync();
        await Assertions.Expect(buyer.GetByText("£102.94")).ToBeVisibleAsync();
        (await buyer.EvaluateAsync<string[]>("window.totals")).ShouldBe(["£102.94"], "what two prices add up to is never shown");
        await buyer.EvaluateAsync(LiveCounts);
        await buyer.ShouldBeFineEverywhereAsync("tax-event");
        asked.ShouldBe(2, "live counts are no other choice");
        await buyer.GetByRole(AriaRole.Button, new() { Name = "Get 2 tickets" }).ClickAsync();
        await Assertions.Expect(buyer.GetByText("Tax 10 %")).ToBeVisibleAsync();
        await Assertions.Expect(buyer.GetByText("Handling")).ToBeVisibleAsync();
        await Assertions.Expect(buyer.GetByRole(AriaRole.Button, new() { Name = "Pay £102.94" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whoever_saw_the_sum_of_two_prices_is_not_told_of_it_again()
    {
        var night = await AnEvent.By(await AnOrganization.InAsync(app.Services)).WithPool("Room", 100)
            .With(new TicketTypeInput("Standing", "", "20") { Tiers = [new PriceTierInput(null, "Early bird", "10", Most: 1)] }, "Room").PublishedAsync();
        var buyer = await browser.OpenAsync(app.Address, 1280);
        await buyer.GotoAsync($"/e/{night.Slug}");
        for (var i = 0; i < 2; i++)
            await buyer.GetByRole(AriaRole.Button, new() { Name = "One more: Standing" }).ClickAsync();
        await Assertions.Expect(buyer.Locator("[data-sum] .total").Last).ToHaveTextAsync("£32.80");

        await buyer.GetByRole(AriaRole.Button, new() { Name = "Get 2 tickets" }).ClickAsync();

        await Assertions.Expect(buyer.GetByRole(AriaRole.Button, new() { Name = "Pay £32.80" })).ToBeVisibleAsync();
        await Assertions.Expect(buyer.GetByText("Not all of it has the price that you saw.")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_early_price_runs_out_in_the_middle_of_an_order_and_a_supporter_says_what_they_give()
    {
        var promoter = await browser.SignedInAsync(app, "demo@harbourhall.example");
        await promoter.GetByRole(AriaRole.Link, new() { Name = "Lanterns by the River" }).First.ClickAsync();
        await promoter.GetByRole(AriaRole.Link, new() { Name = "Tickets & stock" }).First.ClickAsync();
        await promoter.GetByRole(AriaRole.Link, new() { Name = "Weekend", Exact = true }).ClickAsync();
        await promoter.GetByRole(AriaRole.Button, new() { Name = "Add a price tier" }).ClickAsync();
        var second = promoter.GetByRole(AriaRole.Group, new() { Name = "Tier 2" });
        await second.GetByLabel("Name of the tier").FillAsync("Second release");
        await second.GetByLabel("Its price (GBP)").FillAsync("0");
        await promoter.GetByRole(AriaRole.Button, new() { Name = "Save ticket type" }).ClickAsync();
        await Assertions.Expect(promoter.GetByText("Say until when it holds, from when, or for how many tickets.").First).ToBeVisibleAsync();
        await promoter.ShouldBeFineEverywhereAsync("tiers");
        await second.GetByLabel("Its price (GBP)").FillAsync("88");
        await second.GetByLabel("Tickets").FillAsync("100");
        await promoter.GetByRole(AriaRole.Button, new() { Name = "Save ticket type" }).ClickAsync();
        await Assertions.Expect(promoter.GetByRole(AriaRole.Heading, new() { Name = "Tickets & stock", Level = 1 })).ToBeVisibleAsync();

        var (first, late) = (await ChoosesEightAsync(), await ChoosesEightAsync());
        await first.GetByRole(AriaRole.Button, new() { Name = "Get 8 tickets" }).ClickAsync();
        await Assertions.Expect(first.GetByRole(AriaRole.Button, new() { Name = "Pay £682.40" })).ToBeVisibleAsync();
        await Assertions.Expect(first.GetByText("Not all of it has the price that you saw.")).ToHaveCountAsync(0);
        await ChoosesEightAsync(early: 4, "£716.32");
        await late.GetByRole(AriaRole.Button, new() { Name = "Get 8 tickets" }).ClickAsync();
        await Assertions.Expect(late.GetByText("4 × Weekend · Early bird")).ToBeVisibleAsync();
        await Assertions.Expect(late.GetByText("4 × Weekend · Second release")).ToBeVisibleAsync();
        await Assertions.Expect(late.GetByText("Weekend · Second release is £93.78 each; it was £85.30 when you chose. At the price that you saw all of it would be £682.40.")).ToBeVisibleAsync();
        await late.ShouldBeFineEverywhereAsync("tiers-pay");

        await late.GotoAsync("/e/silver-nitrate");
        await late.GetByRole(AriaRole.Button, new() { Name = "One more: Supporter" }).ClickAsync();
        await late.GetByLabel("What you give for each (£)").FillAsync("12");
        await late.GetByRole(AriaRole.Button, new() { Name = "Get 1 ticket" }).ClickAsync();
        await Assertions.Expect(late.GetByText("Give £15.00 or more for Supporter, like 15.00.").First).ToBeVisibleAsync();
        await late.GetByLabel("What you give for each (£)").FillAsync("20");
        await Assertions.Expect(late.Locator("[data-sum] .total").Last).ToHaveTextAsync("£20.00");
        await late.ShouldBeFineEverywhereAsync("donation");
        await late.GetByRole(AriaRole.Button, new() { Name = "Get 1 ticket" }).ClickAsync();
        await Assertions.Expect(late.GetByRole(AriaRole.Button, new() { Name = "Pay £20.00" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_hidden_ticket_is_bought_with_its_code()
    {
        var promoter = await browser.SignedInAsync(app, "demo@harbourhall.example");
        await promoter.GetByRole(AriaRole.Link, new() { Name = "Low Tide" }).First.ClickAsync();
        await promoter.GetByRole(AriaRole.Link, new() { Name = "Codes", Exact = true }).ClickAsync();
        await promoter.GetByRole(AriaRole.Link, new() { Name = "Add code" }).ClickAsync();
        await promoter.GetByLabel("Code", new() { Exact = true }).FillAsync("KELP");
        await promoter.GetByLabel("nothing off").CheckAsync();
        await promoter.GetByRole(AriaRole.Button, new() { Name = "Save code" }).ClickAsync();
        await Assertions.Expect(promoter.GetByText("Say what the code does:").First).ToBeVisibleAsync();
        await promoter.GetByLabel("Friends of the house").CheckAsync();
        await promoter.GetByRole(AriaRole.Button, new() { Name = "Save code" }).ClickAsync();
        await Assertions.Expect(promoter.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "KELP" })).ToContainTextAsync("Shows Friends of the house");

        var buyer = await browser.OpenAsync(app.Address, 1280);
        await buyer.GotoAsync("/e/low-tide");
        await Assertions.Expect(buyer.GetByText("Friends of the house")).ToHaveCountAsync(0);
        await buyer.GetByText("I have a code").ClickAsync();
        await buyer.GetByLabel("Code").FillAsync("WHELK");
        await buyer.GetByRole(AriaRole.Button, new() { Name = "Show what it gives" }).ClickAsync();
        await Assertions.Expect(buyer.GetByText("There is no code WHELK for this event.").First).ToBeVisibleAsync();
        await buyer.GetByLabel("Code").FillAsync("kelp");
        await buyer.GetByRole(AriaRole.Button, new() { Name = "Show what it gives" }).ClickAsync();
        await buyer.GetByRole(AriaRole.Button, new() { Name = "One more: Friends of the house" }).ClickAsync();
        await buyer.GetByRole(AriaRole.Button, new() { Name = "Get 1 ticket" }).ClickAsync();
        await Assertions.Expect(buyer.GetByRole(AriaRole.Button, new() { Name = "Pay £8.98" })).ToBeVisibleAsync();
    }

    private async Task<IPage> ChoosesEightAsync(int early = 12, string sum = "£682.40")
    {
        var page = await browser.OpenAsync(app.Address, 1280);
        await page.GotoAsync("/e/lanterns-by-the-river");
        await Assertions.Expect(page.GetByText($"Early bird · {early} left at this price")).ToBeVisibleAsync();
        await page.GetByLabel("How many: Weekend", new() { Exact = true }).FillAsync("8");
        await Assertions.Expect(page.Locator("[data-sum] .total").Last).ToHaveTextAsync(sum);
        return page;
    }
}
