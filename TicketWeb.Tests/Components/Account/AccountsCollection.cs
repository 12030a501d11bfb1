using Xunit;

namespace TicketWeb.Tests.Components.Account;

[CollectionDefinition(Name)]
public sealed class AccountsCollection : ICollectionFixture<AccountsApp>
{
    public const string Name = "accounts";
}
