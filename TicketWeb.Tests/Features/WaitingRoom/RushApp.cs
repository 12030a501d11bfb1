using TicketWeb.Tests.Support;

namespace TicketWeb.Tests.Features.WaitingRoom;

/// <summary>The real app for a crowd that comes from one address: the tests' own.</summary>
public sealed class RushApp(TestPostgres postgres) : TestApp(postgres)
{
    private const string Plenty = "1000000";

    protected override IEnumerable<(string Name, string Value)> Settings =>
        [("RateLimits:Global:Permits", Plenty), ("RateLimits:Purchase:Permits", Plenty), ("RateLimits:WaitingRoom:Permits", Plenty)];
}
