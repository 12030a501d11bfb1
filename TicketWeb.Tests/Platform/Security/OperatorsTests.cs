using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Security;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Platform.Security;

public sealed class OperatorsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ops@kiosk.example", true, "ops@kiosk.example", true)]
    [InlineData("Ops@Kiosk.example", true, "ops@kiosk.example", true)]
    [InlineData("ops@kiosk.example", false, "ops@kiosk.example", false)]
    [InlineData("other@kiosk.example", true, "ops@kiosk.example", false)]
    [InlineData("ops@\u212Aiosk.example", true, "ops@kiosk.example", false)]
    [InlineData("ops@kiosk.example", true, null, false)]
    public async Task An_operator_is_whose_confirmed_address_is_listed(string email, bool confirmed, string? listed, bool expected)
    {
        var account = new Account { Email = email, UserName = Guid.NewGuid().ToString(), EmailConfirmed = confirmed, DisplayName = "Olu" };
        await using var db = database.Get<Databases>().Service();
        db.Add(account);
        await db.SaveChangesAsync(Cancel);
        var operators = database.Build(s => s.Configure<OperatorsOptions>(o => o.Operators = listed is null ? [] : ["first@kiosk.example", listed])).GetRequiredService<Operators>();

        (await operators.RecogniseAsync(account.Id, Cancel)).ShouldBe(expected ? new Operator(account.Id) : null);
    }

    [Fact]
    public async Task Nobody_is_one_without_an_account() => (await database.Get<Operators>().RecogniseAsync(Guid.NewGuid(), Cancel)).ShouldBeNull();
}
