using System.Net;
using Shouldly;
using TicketWeb.Components.Account;
using Xunit;

namespace TicketWeb.Tests.Components.Account;

[Collection(AccountsCollection.Name)]
public sealed class SigningInTests(AccountsApp app)
{
    [Fact]
    public async Task One_comes_back_to_the_page_one_wanted()
    {
        var email = await app.Visitor().JoinAsync();
        var visitor = app.Visitor();

        await visitor.OpenAsync("/account/security");
        visitor.Address.ShouldStartWith("/account/sign-in?returnUrl=");
        await visitor.SubmitAsync("sign-in", ("email", email), ("password", Visitor.Password));

        visitor.Address.ShouldBe("/account/security");
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    [InlineData(null)]
    public void Nobody_is_sent_to_another_site(string? url) => LocalUrl.OrHome(url).ShouldBe("/account/organizations");

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_look_alike()
    {
        var email = await app.Visitor().JoinAsync();

        var known = await app.Visitor().SignInAsync(email, "wrong wrong wrong");
        var unknown = await app.Visitor().SignInAsync("nobody@example.org", "wrong wrong wrong");

        known.Text.ShouldContain("did not match");
        known.Text.ShouldBe(unknown.Text);
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_has_to_wait()
    {
        var email = await app.Visitor().JoinAsync();
        for (var i = 0; i < 5; i++)
            await app.Visitor().SignInAsync(email, "wrong wrong wrong");

        var visitor = await app.Visitor().SignInAsync(email);

        visitor.Text.ShouldContain("did not match");
        (await visitor.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Only_the_right_password_tells_that_an_address_waits_to_be_confirmed()
    {
        var email = await app.Visitor().SignUpAsync();

        (await app.Visitor().SignInAsync(email, "wrong wrong wrong")).Text.ShouldContain("did not match");
        (await app.Visitor().SignInAsync(email)).Address.ShouldBe("/account/check-your-mail");
        app.Letters.To(email, "confirm").Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("of another age")]
    public async Task A_form_without_its_token_is_refused_and_its_page_can_be_loaded_again(string token)
    {
        var visitor = await app.Visitor().OpenAsync("/account/sign-in?returnUrl=%2Fmy-tickets");

        await visitor.SubmitAsync("sign-in", ("email", "a@example.org"), ("__RequestVerificationToken", token));

        visitor.Status.ShouldBe(HttpStatusCode.BadRequest);
        visitor.Text.ShouldContain("This page was open for too long. Load it again and send the form once more.");
        visitor.Page.Links.ShouldContain(l => l.TextContent == "Load it again" && l.GetAttribute("href") == "/account/sign-in?returnUrl=%2Fmy-tickets");
    }

    [Fact]
    public async Task Signing_out_takes_a_token_too()
    {
        using var http = app.CreateClient();

        using var response = await http.PostAsync("/account/sign-out", null, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("This page was open for too long.");
    }
}
