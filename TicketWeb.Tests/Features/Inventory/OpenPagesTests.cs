using Npgsql;
using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory.UseCases;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Inventory;

/// <summary>Pages that are open on an event hear of it when its team changes what is sold.</summary>
public sealed class OpenPagesTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_add_on_is_removed_and_a_ticket_type_is_saved()
    {
        var night = await AnEvent.By(await AnOrganization.InAsync(database.Services)).WithPool("Room", 10).With("Standing", 25m, "Room").WithAddOn("Shirt", 15m, 3).PublishedAsync();
        await using var page = await NpgsqlDataSource.Create(database.ConnectionString).OpenConnectionAsync(Cancel);
        var heard = new List<string>();
        page.Notification += (_, note) => heard.Add(note.Payload);
        await using (var listen = new NpgsqlCommand("listen ticketweb_live", page))
            await listen.ExecuteNonQueryAsync(Cancel);

        (await database.Get<SaveAddOn>().RemoveAsync(night.By.Access, night.Id, night.Types["Shirt"], Cancel)).Refusal.ShouldBeNull();
        await HearAsync();
        (await database.Get<SaveTicketType>().RunAsync(
            night.By.Access, night.Id, night.Types["Standing"], new TicketTypeInput("Standing", "", "25") { Hidden = true }, [night.Pools["Room"]], Cancel)).Refusal.ShouldBeNull();
        await HearAsync();

        async Task HearAsync()
        {
            // What a query brings along counts as heard: it comes with the next answer from the server.
            await using var ask = new NpgsqlCommand("select 1", page);
            await ask.ExecuteScalarAsync(Cancel);
            heard.ShouldBe([night.Id.Value.ToString()]);
            heard.Clear();
        }
    }
}
