using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Shouldly;
using TicketWeb.Platform.Security;
using Xunit;

namespace TicketWeb.Tests.Platform.Security;

public sealed class MasterKeyTests
{
    private const string Secret = "<key>a secret</key>";

    [Fact]
    public void What_is_sealed_tells_nothing_and_opens_with_the_same_key()
    {
        var key = NewKey();

        var stored = With(key).Seal(Secret);

        stored.ShouldNotContain("secret");
        With(key).Open(stored).ShouldBe(Secret);
        With(key).Seal(Secret).ShouldNotBe(stored, "each sealing has its own nonce");
    }

    [Fact]
    public void Another_key_and_a_changed_byte_open_nothing()
    {
        var key = NewKey();
        var stored = With(key).Seal(Secret);
        var changed = stored[..^6] + (stored[^6] == 'A' ? 'B' : 'A') + stored[^5..];

        Should.Throw<CryptographicException>(() => With(NewKey()).Open(stored));
        Should.Throw<CryptographicException>(() => With(key).Open(changed));
        Should.Throw<InvalidOperationException>(() => With(null).Open(stored)).Message.ShouldContain("Security:MasterKey");
    }

    [Fact]
    public void What_was_stored_before_there_was_a_key_is_still_read() => With(NewKey()).Open(With(null).Seal(Secret)).ShouldBe(Secret);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("c2hvcnQ=")]
    public void What_is_no_key_is_not_taken_for_one(string? text) => MasterKey.Parse(text).ShouldBeNull();

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(MasterKey.Length));

    private static MasterKey With(string? key) => new(Options.Create(new SecurityOptions { MasterKey = key }));
}
