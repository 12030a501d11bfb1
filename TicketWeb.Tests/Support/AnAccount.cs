using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Platform.Security;
using TicketWeb.Tests.Components.Account;

namespace TicketWeb.Tests.Support;

/// <summary>Somebody who has confirmed an e-mail address of their own and has <see cref="Visitor.Password"/>.</summary>
internal static class AnAccount
{
    public static async Task<Account> InAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var email = $"{Guid.NewGuid():N}@harbour.example";
        var account = new Account { Email = email, UserName = email, DisplayName = "Ada Quayle", EmailConfirmed = true };
        (await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, Visitor.Password)).Succeeded.ShouldBeTrue();
        return account;
    }
}
