using System.Net;
using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Pricing;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Components.Checkout;

/// <summary>A code or an amount typed into plain forms, with no script anywhere.</summary>
public sealed class CodeFieldTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_event_page_asks_for_a_code_only_where_there_is_one()
    {
        var night = await NightAsync();
        using var client = app.Client();

        (await client.GetStringAsync($"/e/{night.Slug}", Cancel)).ShouldNotContain("I have a code");
        await ACode.For(night).CreatedAsync();

        (await client.GetStringAsync($"/e/{night.Slug}", Cancel)).ShouldContain("I have a code");
    }

    [Fact]
    public async Task The_checkout_shows_what_a_code_takes_off_and_takes_no_price_from_the_form()
    {
        var night = await NightAsync();
        await ACode.For(night).CreatedAsync();
        using var client = app.Client();

        using var started = await client.PostAsync($"/e/{night.Slug}/checkout", Form(night, "early", ("total", "1"), ("price", "1"), ("discount", "9999")), Cancel);

        started.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var look = new HttpRequestMessage(HttpMethod.Get, started.Headers.Location);
        look.Headers.Add("Cookie", started.Headers.GetValues("Set-Cookie").First().Split(';')[0]);
        using var page = await client.SendAsync(look, Cancel);
        var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Cancel));
        html.ShouldContain("−£10.00");
        html.ShouldContain("Pay £43.40");
    }

    [Fact]
    public async Task A_wrong_code_comes_back_in_its_field_with_the_reason_and_the_choice()
    {
        var night = await NightAsync();
        using var client = app.Client();

        using var refused = await client.PostAsync($"/e/{night.Slug}/checkout", Form(night, "ERALY"), Cancel);

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Cancel));
        html.ShouldContain("There is no code ERALY for this event.");
        html.ShouldContain("value=\"ERALY\"");
        html.ShouldContain("value=\"2\"");
    }

    [Fact]
    public async Task In_the_frame_the_code_of_the_host_page_is_filled_in_and_works()
    {
        var night = await NightAsync();
        await ACode.For(night).CreatedAsync();
        using var client = app.Client();

        (await client.GetStringAsync($"/embed/{night.Slug}?code=EARLY", Cancel)).ShouldContain("value=\"EARLY\"");
        using var started = await client.PostAsync($"/embed/{night.Slug}/checkout?code=EARLY", Form(night, "EARLY"), Cancel);

        WebUtility.HtmlDecode(await started.Content.ReadAsStringAsync(Cancel)).ShouldContain("Pay £43.40");
    }

    [Theory]
    [InlineData("/e/")]
    [InlineData("/embed/")]
    public async Task A_typed_code_shows_what_is_hidden_and_keeps_the_choice(string root)
    {
        var night = await NightAsync();
        await ACode.For(night).But(c => c with { Code = "CREW", Kind = DiscountKind.Nothing, Types = [night.Types["Backstage"]] }).CreatedAsync();
        using var client = app.Client();

        (await client.GetStringAsync($"{root}{night.Slug}", Cancel)).ShouldNotContain("Backstage");
        using var asked = await client.PostAsync($"{root}{night.Slug}/code", Form(night, "crew"), Cancel);

        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        var html = await asked.Content.ReadAsStringAsync(Cancel);
        html.ShouldContain($"count-{night.Types["Backstage"].Value}");
        html.ShouldContain("value=\"2\"");
    }

    [Fact]
    public async Task A_link_with_a_code_shows_what_is_hidden_and_nobody_else_is_served_that_page()
    {
        var night = await NightAsync();
        await ACode.For(night).But(c => c with { Code = "CREW", Kind = DiscountKind.Nothing, Types = [night.Types["Backstage"]] }).CreatedAsync();
        using var client = app.Client();

        var shown = await client.GetStringAsync($"/e/{night.Slug}?code=crew", Cancel);
        shown.ShouldContain("Backstage");
        shown.Split("application/ld+json")[1].Split("</script>")[0].ShouldNotContain("Backstage");
        (await client.GetStringAsync($"/e/{night.Slug}", Cancel)).ShouldNotContain("Backstage");
        WebUtility.HtmlDecode(await client.GetStringAsync($"/e/{night.Slug}?code=crow", Cancel)).ShouldContain("There is no code CROW for this event.");
    }

    [Theory]
    [InlineData("/e/")]
    [InlineData("/embed/")]
    public async Task An_amount_that_is_too_small_comes_back_in_its_field_with_the_reason(string root)
    {
        var night = await AnEvent.By(await AnOrganization.InAsync(app.Services)).WithPool("Room", 100)
            .With(new TicketTypeInput("Supporter", "", "5") { ChoosesAmount = true }, "Room").PublishedAsync();
        var type = night.Types["Supporter"].Value;
        using var client = app.Client();

        (await client.GetStringAsync($"{root}{night.Slug}", Cancel)).ShouldContain($"name=\"amount-{type}\"");
        using var refused = await client.PostAsync($"{root}{night.Slug}/checkout", new FormUrlEncodedContent([new($"count-{type}", "1"), new($"amount-{type}", "4.50")]), Cancel);

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Cancel));
        html.ShouldContain("Give £5.00 or more for Supporter, like 5.00.");
        html.ShouldContain("value=\"4.50\"");
        html.ShouldContain("aria-invalid=\"true\"");
    }

    private static FormUrlEncodedContent Form(MadeEvent night, string code, params (string Name, string Value)[] more) => new(
    [
        new($"count-{night.Types["Standing"].Value}", "2"), new("code", code), .. more.Select(m => KeyValuePair.Create(m.Name, m.Value)),
    ]);

    private async Task<MadeEvent> NightAsync() => await AnEvent.By(await AnOrganization.InAsync(app.Services))
        .WithPool("Room", 100).With("Standing", 25m, "Room").With(new TicketTypeInput("Backstage", "", "60") { Hidden = true }, "Room").PublishedAsync();
}
