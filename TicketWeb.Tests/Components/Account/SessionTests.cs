using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Platform.Security;
using Xunit;

namespace TicketWeb.Tests.Components.Account;

[Collection(AccountsCollection.Name)]
public sealed class SessionTests(AccountsApp app)
{
    [Fact]
    public async Task A_new_password_by_mail_ends_the_old_sessions_and_uses_up_the_link()
    {
        var email = await app.Visitor().JoinAsync();
        var session = await PrincipalAsync(email);
        await AskAsync(email);
        var link = app.Letters.To(email, "reset")[^1].Text;

        var visitor = app.Visitor();
        await visitor.OpenAsync(link);
        await visitor.SubmitAsync("reset", ("password", "a different password"));
        var again = app.Visitor();
        await again.OpenAsync(link);
        await again.SubmitAsync("reset", ("password", "yet another password"));

        again.Text.ShouldContain("used already");
        (await IsValidAsync(session)).ShouldBeFalse();
        (await app.Visitor().SignInAsync(email)).Text.ShouldContain("did not match");
        (await app.Visitor().SignInAsync(email, "a different password")).Address.ShouldBe("/account/organizations");
    }

    [Fact]
    public async Task Asking_for_a_link_tells_nothing_about_the_address()
    {
        var email = await app.Visitor().JoinAsync();

        var known = await AskAsync(email);
        var unknown = await AskAsync("nobody@example.org");

        known.Text.ShouldBe(unknown.Text);
        app.Letters.To("nobody@example.org", "reset").ShouldBeEmpty();
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session()
    {
        var visitor = app.Visitor();
        var email = await visitor.JoinAsync();
        var elsewhere = await PrincipalAsync(email);

        await visitor.OpenAsync("/account/security");
        await visitor.SubmitAsync("everywhere");

        (await visitor.IsSignedInAsync()).ShouldBeFalse();
        (await IsValidAsync(elsewhere)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_locked_account_is_out_at_once_and_stays_out()
    {
        var email = await app.Visitor().JoinAsync();
        var session = await PrincipalAsync(email);
        await using var scope = app.Services.CreateAsyncScope();

        await scope.ServiceProvider.GetRequiredService<Sessions>().LockAsync(session.AccountId()!.Value);

        (await IsValidAsync(session)).ShouldBeFalse();
        (await app.Visitor().SignInAsync(email)).Text.ShouldContain("did not match");
    }

    [Fact]
    public async Task Changing_the_password_takes_the_current_one_and_keeps_this_session_only()
    {
        var visitor = app.Visitor();
        var email = await visitor.JoinAsync();
        var elsewhere = await PrincipalAsync(email);
        await visitor.OpenAsync("/account/security");

        await visitor.SubmitAsync("password", ("current", "wrong wrong wrong"), ("password", "my second password"));
        visitor.Page.QuerySelector("#f-current-error").ShouldNotBeNull();
        await visitor.SubmitAsync("password", ("current", Visitor.Password), ("password", "my second password"));

        (await visitor.IsSignedInAsync()).ShouldBeTrue();
        (await IsValidAsync(elsewhere)).ShouldBeFalse();
        app.Letters.To(email, "changed").Count.ShouldBe(1);
    }

    private async Task<Visitor> AskAsync(string email)
    {
        var visitor = app.Visitor();
        await visitor.OpenAsync("/account/forgot-password");
        return await visitor.SubmitAsync("forgot", ("email", email));
    }

    /// <summary>What a session's cookie holds, signed in by now.</summary>
    private async Task<ClaimsPrincipal> PrincipalAsync(string email)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<TicketWeb.Platform.Security.Account>>();
        return await signIn.CreateUserPrincipalAsync((await signIn.UserManager.FindByEmailAsync(email))!);
    }

    /// <summary>What every request asks once its half minute is over, and every open circuit.</summary>
    private async Task<bool> IsValidAsync(ClaimsPrincipal session)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SignInManager<TicketWeb.Platform.Security.Account>>().ValidateSecurityStampAsync(session) is not null;
    }
}
