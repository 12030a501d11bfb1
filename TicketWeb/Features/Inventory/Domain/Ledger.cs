using TicketWeb.Features.Events;

namespace TicketWeb.Features.Inventory.Domain;

/// <summary>Pools that are locked, and which ticket type draws from which of them: here it is decided who gets something.</summary>
internal sealed class Ledger(IEnumerable<Pool> pools, IEnumerable<PoolDraw> draws)
{
    private readonly Dictionary<TicketTypeId, List<Pool>> _pools = Assign(pools, draws);

    /// <summary>Takes all that is wanted, or nothing: then the type of which there is not enough, and how many are left of it.</summary>
    /// <param name="from">Where those types are taken from that it has; null for the open stock.</param>
    public (TicketTypeId Type, int Left)? Claim(IReadOnlyList<TicketCount> wanted, Allocation? from)
    {
        for (var i = 0; i < wanted.Count; i++)
        {
            var (type, count) = wanted[i];
            var item = from?.Of(type);
            var left = item?.Held ?? Left(type);
            if (left < count)
            {
                GiveBack(wanted.Take(i), from);
                return (type, Math.Max(0, left));
            }

            Move(item, type, -count);
            _pools[type].ForEach(p => p.Claim(count));
        }

        return null;
    }

    /// <summary>Takes of each so many from the open stock, or what is left of it; gives back what it took.</summary>
    public IReadOnlyList<TicketCount> ClaimWhatIsLeft(IEnumerable<TicketCount> wanted)
    {
        var taken = new List<TicketCount>();
        foreach (var (type, count) in wanted)
        {
            if (Math.Min(count, Left(type)) is not (> 0 and var some))
                continue;
            _pools[type].ForEach(p => p.Claim(some));
            taken.Add(new TicketCount(type, some));
        }

        return taken;
    }

    /// <param name="to">Where it was claimed from, while that lasts; null for the open stock.</param>
    public void GiveBack(IEnumerable<TicketCount> counts, Allocation? to)
    {
        foreach (var (type, count) in counts)
        {
            _pools[type].ForEach(p => p.GiveBack(count));
            Move(to?.Of(type), type, count);
        }
    }

    /// <summary>Sets so many more aside, or puts them back where the counts are negative: first those, so that the others find what they free. Stops at the first type of which there is not enough.</summary>
    public (TicketTypeId Type, int Left)? SetAside(Allocation to, IEnumerable<TicketCount> counts)
    {
        foreach (var (type, count) in counts.Where(c => c.Count != 0).OrderBy(c => c.Count))
        {
            var left = Left(type);
            if (count > left)
                return (type, Math.Max(0, left));
            Move(to.Of(type), type, count);
        }

        return null;
    }

    /// <summary>Puts back what an allocation holds, and nothing else.</summary>
    public void Release(Allocation allocation, DateTimeOffset now)
    {
        foreach (var item in allocation.Items.Where(i => i.Held > 0))
            Move(item, item.TicketTypeId, -item.Held);
        allocation.Release(now);
    }

    /// <summary>An allocation's item and the pools that count it, always together.</summary>
    private void Move(AllocationItem? item, TicketTypeId type, int count)
    {
        if (item is null)
            return;
        item.Hold(count);
        _pools[type].ForEach(p => p.SetAside(count));
    }

    /// <summary>A type that draws from no pool has nothing to sell.</summary>
    private int Left(TicketTypeId type) => _pools.TryGetValue(type, out var pools) ? pools.Min(p => p.Left) : 0;

    private static Dictionary<TicketTypeId, List<Pool>> Assign(IEnumerable<Pool> pools, IEnumerable<PoolDraw> draws)
    {
        var byId = pools.ToDictionary(p => p.Id);
        return draws.GroupBy(d => d.TicketTypeId).ToDictionary(g => g.Key, g => g.Select(d => byId[d.PoolId]).ToList());
    }
}
