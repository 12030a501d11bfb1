using Shouldly;
using Xunit;

namespace TicketWeb.Tests.Components.Account;

[Collection(AccountsCollection.Name)]
public sealed class SigningUpTests(AccountsApp app)
{
    [Fact]
    public async Task The_link_and_the_password_together_open_the_account()
    {
        var visitor = app.Visitor();
        await visitor.JoinAsync();

        (await visitor.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task The_link_alone_opens_nothing()
    {
        var email = await app.Visitor().SignUpAsync();
        var mailReader = app.Visitor();

        await mailReader.OpenAsync(app.Letters.To(email, "confirm")[^1].Text);
        await mailReader.SubmitAsync("confirm", ("password", "not the one that was typed"));

        (await mailReader.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_signs_up_last_sets_the_password_of_an_unconfirmed_account()
    {
        var stranger = app.Visitor();
        var email = await stranger.SignUpAsync();
        var strangersLink = app.Letters.To(email, "confirm")[^1].Text;

        var owner = app.Visitor();
        await owner.OpenAsync("/account/sign-up");
        await owner.SubmitAsync("sign-up", ("name", "Owner"), ("email", email), ("password", "a password of my own"));

        await stranger.OpenAsync(strangersLink);
        await stranger.SubmitAsync("confirm", ("password", Visitor.Password));
        (await stranger.IsSignedInAsync()).ShouldBeFalse();

        await owner.OpenAsync(app.Letters.To(email, "confirm")[^1].Text);
        await owner.SubmitAsync("confirm", ("password", "a password of my own"));
        (await owner.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_taken_address_is_told_by_mail_and_by_no_page()
    {
        var email = await app.Visitor().JoinAsync();
        var stranger = app.Visitor();

        await stranger.OpenAsync("/account/sign-up");
        await stranger.SubmitAsync("sign-up", ("name", "Stranger"), ("email", email.ToUpperInvariant()), ("password", "another long password"));
        var toTaken = (stranger.Address, stranger.Text);
        var unknown = app.Visitor();
        await unknown.SignUpAsync();

        toTaken.ShouldBe((unknown.Address, unknown.Text));
        app.Letters.To(email, "already").Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("short", "at least 10")]
    [InlineData("aaaaaaaaaaaa", "different characters")]
    [InlineData("Password123", "first passwords")]
    [InlineData("xx sam.okafor xx", "e-mail address out")]
    public async Task A_bad_password_is_explained_by_its_field(string password, string words)
    {
        var visitor = app.Visitor();
        await visitor.OpenAsync("/account/sign-up");

        await visitor.SubmitAsync("sign-up", ("name", "Sam"), ("email", "sam.okafor@example.org"), ("password", password));

        var field = visitor.Page.QuerySelector("#f-password")!;
        visitor.Page.GetElementById(field.GetAttribute("aria-describedby")!.Split(' ')[^1])!.TextContent.ShouldContain(words);
        field.GetAttribute("value").ShouldBeNull();
        visitor.Page.QuerySelector("[role=alert] a[href='#f-password']").ShouldNotBeNull();
    }
}
