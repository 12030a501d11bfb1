using TicketWeb.Tests.Support;

namespace TicketWeb.Tests.Features.WaitingRoom;

/// <summary>The real app for a crowd that comes from one address: the tests' own.</summary>
public sealed class RushApp(TestPostgres postgres) : TestApp(postgres)
{
    protected override IEnumerable<(string Name, string Value)> Settings =>
        from limit in new[] { "Global", "Purchase", "WaitingRoom" } select ($"RateLimits:{limit}:Permits", "1000000");
}
