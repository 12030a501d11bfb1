using TicketWeb.Platform.Data;

namespace TicketWeb.Tests.Support;

/// <summary>The real app with the demo in its database.</summary>
public sealed class DemoApp(TestPostgres postgres) : TestApp(postgres)
{
    protected override bool WithDemo => true;

    /// <summary>What one app makes of the demo, the others copy.</summary>
    protected override Task<DatabaseConnection> RentAsync() => Postgres.RentFilledAsync("demo", async database => await Start(database).DisposeAsync());
}
