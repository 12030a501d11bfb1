using System.Buffers.Binary;
using System.Security.Cryptography;
using Shouldly;
using Xunit;

namespace TicketWeb.Tests.Components.Account;

[Collection(AccountsCollection.Name)]
public sealed class SecondStepTests(AccountsApp app)
{
    [Fact]
    public async Task With_an_app_set_up_the_password_is_half_the_way()
    {
        var (email, key, _) = await SetUpAsync();
        var visitor = await app.Visitor().SignInAsync(email);

        visitor.Address.ShouldStartWith("/account/second-step");
        (await visitor.IsSignedInAsync()).ShouldBeFalse();
        await (await visitor.OpenAsync("/account/second-step")).SubmitAsync("code", ("code", CodeOf(key)));

        (await visitor.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Each_recovery_code_works_once()
    {
        var (email, _, codes) = await SetUpAsync();
        codes.Count.ShouldBe(10);

        (await UseRecoveryAsync(email, codes[0].ToLowerInvariant())).ShouldBeTrue();
        (await UseRecoveryAsync(email, codes[0])).ShouldBeFalse();
        (await UseRecoveryAsync(email, codes[1])).ShouldBeTrue();
    }

    [Fact]
    public async Task Starting_over_with_the_password_gives_no_new_tries()
    {
        var (email, key, codes) = await SetUpAsync();
        for (var i = 0; i < 3; i++)
        {
            var guesser = await app.Visitor().SignInAsync(email);
            await guesser.SubmitAsync("code", ("code", "000000"));
        }

        // Two more, by the other door.
        (await UseRecoveryAsync(email, "AAAAA-AAAAA")).ShouldBeFalse();
        (await UseRecoveryAsync(email, "BBBBB-BBBBB")).ShouldBeFalse();

        var owner = await app.Visitor().SignInAsync(email);
        owner.Text.ShouldContain("did not match");
        codes.ShouldNotBeEmpty();
        CodeOf(key).Length.ShouldBe(6);
    }

    [Fact]
    public async Task Turning_it_off_takes_the_password()
    {
        var (email, key, _) = await SetUpAsync();
        var visitor = await app.Visitor().SignInAsync(email);
        await visitor.SubmitAsync("code", ("code", CodeOf(key)));
        await visitor.OpenAsync("/account/security");

        await visitor.SubmitAsync("authenticator", ("proof", "wrong wrong wrong"), ("action", "off"));
        visitor.Page.QuerySelector("#f-proof-error").ShouldNotBeNull();
        await visitor.SubmitAsync("authenticator", ("proof", Visitor.Password), ("action", "off"));

        (await app.Visitor().SignInAsync(email)).Address.ShouldBe("/account/organizations");
        app.Letters.To(email, "changed")[^1].Text.ShouldContain("turned off");
    }

    private async Task<bool> UseRecoveryAsync(string email, string code)
    {
        var visitor = await app.Visitor().SignInAsync(email);
        await visitor.OpenAsync("/account/second-step?recovery=true");
        await visitor.SubmitAsync("recovery", ("recoveryCode", code));
        return await visitor.IsSignedInAsync();
    }

    private async Task<(string Email, string Key, IReadOnlyList<string> Codes)> SetUpAsync()
    {
        var visitor = app.Visitor();
        var email = await visitor.JoinAsync();
        await visitor.OpenAsync("/account/security/authenticator");
        var key = visitor.Page.QuerySelector("code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await visitor.SubmitAsync("turn-on", ("code", CodeOf(key)));
        return (email, key, [.. visitor.Page.QuerySelectorAll(".codes code").Select(c => c.TextContent)]);
    }

    /// <summary>RFC 6238, as the app on a phone works it out.</summary>
    private static string CodeOf(string key)
    {
        var bits = string.Concat(key.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2)).ToArray();
        var step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The standard says SHA-1.
        var hash = HMACSHA1.HashData(secret, step);
#pragma warning restore CA5350
        var offset = hash[^1] & 15;
        return ((BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset)) & int.MaxValue) % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }
}
