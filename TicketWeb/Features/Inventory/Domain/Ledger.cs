using TicketWeb.Features.Events;

namespace TicketWeb.Features.Inventory.Domain;

/// <summary>Pools that are locked, and which ticket type draws from which of them: here it is decided who gets something.</summary>
internal sealed class Ledger(IEnumerable<Pool> pools, IEnumerable<PoolDraw> draws)
{
    private readonly Dictionary<TicketTypeId, List<Pool>> _pools = Assign(pools, draws);

    /// <summary>Takes all that is wanted, or nothing: then the type of which there is not enough, and how many are left of it.</summary>
    public (TicketTypeId Type, int Left)? Claim(IReadOnlyList<TicketCount> wanted)
    {
        for (var i = 0; i < wanted.Count; i++)
        {
            var (type, count) = wanted[i];
            var left = Left(type);
            if (left < count)
            {
                GiveBack(wanted.Take(i));
                return (type, Math.Max(0, left));
            }

            _pools[type].ForEach(p => p.Claim(count));
        }

        return null;
    }

    public void GiveBack(IEnumerable<TicketCount> counts)
    {
        foreach (var (type, count) in counts)
            _pools[type].ForEach(p => p.GiveBack(count));
    }

    /// <summary>A type that draws from no pool has nothing to sell.</summary>
    private int Left(TicketTypeId type) => _pools.TryGetValue(type, out var pools) ? pools.Min(p => p.Left) : 0;

    private static Dictionary<TicketTypeId, List<Pool>> Assign(IEnumerable<Pool> pools, IEnumerable<PoolDraw> draws)
    {
        var byId = pools.ToDictionary(p => p.Id);
        return draws.GroupBy(d => d.TicketTypeId).ToDictionary(g => g.Key, g => g.Select(d => byId[d.PoolId]).ToList());
    }
}
