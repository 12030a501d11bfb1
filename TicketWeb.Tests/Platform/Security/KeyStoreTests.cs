using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Tests.Components.Account;
using Xunit;

namespace TicketWeb.Tests.Platform.Security;

[Collection(AccountsCollection.Name)]
public sealed class KeyStoreTests(AccountsApp app)
{
    [Fact]
    public async Task What_one_node_seals_another_opens()
    {
        await using var otherNode = app.WithWebHostBuilder(_ => { });

        var cookie = Protector(app.Services).Protect("a cookie");

        Protector(otherNode.Services).Unprotect(cookie).ShouldBe("a cookie");
    }

    private static IDataProtector Protector(IServiceProvider node) => node.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
}
