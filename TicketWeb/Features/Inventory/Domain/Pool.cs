using TicketWeb.Features.Events;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Inventory.Domain;

/// <summary>A capacity that ticket types draw from. The database checks that no more is ever taken than there is.</summary>
internal sealed class Pool
{
    public const int Largest = 1_000_000;

    /// <summary>More than anybody sells: so what has no limit is locked, counted and checked like everything else.</summary>
    private const int NoLimit = 1_000_000_000;

    private Pool()
    {
    }

    public PoolId Id { get; private init; }

    public OrganizationId OrganizationId { get; private init; }

    public EventId EventId { get; private init; }

    /// <summary>The add-on whose stock it is, and which alone draws from it; null for what ticket types share.</summary>
    public TicketTypeId? AddOnId { get; private init; }

    public string Name { get; private set; } = "";

    public int Capacity { get; private set; }

    /// <summary>Reserved plus sold. Paying does not change it.</summary>
    public int Claimed { get; private set; }

    /// <summary>Set aside by the organizer.</summary>
    public int Allocated { get; private set; }

    public int Left => Capacity - Claimed - Allocated;

    /// <summary>How many there are; null for any number.</summary>
    public int? Limit => Capacity == NoLimit ? null : Capacity;

    public static Outcome<Pool> Open(OrganizationId organization, EventId of, string? name, int? capacity)
    {
        var pool = new Pool { Id = Kernel.Id.New<PoolId>(), OrganizationId = organization, EventId = of };
        return pool.Change(name, capacity);
    }

    public Outcome<Pool> Change(string? name, int? capacity)
    {
        var errors = new InputErrors();
        var fineName = errors.Text(name, "poolName", "The name", 80);
        errors.Require(capacity is >= 1 and <= Largest, "capacity", $"The capacity must be between 1 and {Largest:N0}.");
        if (!errors.None)
            return errors.ToRefusal();
        if (capacity < Claimed + Allocated)
            return new CapacityTooSmall(fineName, Claimed + Allocated) { Field = "capacity" };

        (Name, Capacity) = (fineName, capacity!.Value);
        return this;
    }

    /// <summary>The stock of an add-on; null for any number.</summary>
    public static Outcome<Pool> Stock(OrganizationId organization, EventId of, TicketTypeId addOn, string? name, int? count)
    {
        var pool = new Pool { Id = Kernel.Id.New<PoolId>(), OrganizationId = organization, EventId = of, AddOnId = addOn };
        return pool.Restock(name, count);
    }

    public Outcome<Pool> Restock(string? name, int? count)
    {
        if (count is < 0 or > Largest)
            return new InvalidInput([new InputError("stock", $"The stock must be between 0 and {Largest:N0}, or empty for any number.")]);
        if (count < Claimed)
            return new InvalidInput([new InputError("stock", $"{Claimed:N0} of them are already taken; the stock cannot be less.")]);

        (Name, Capacity) = (name?.Trim() ?? "", count ?? NoLimit);
        return this;
    }

    public void Claim(int count) => Claimed += count;

    public void GiveBack(int count) => Claimed -= count;

    /// <summary>Sets so many more aside; fewer, where the count is negative.</summary>
    public void SetAside(int count) => Allocated += count;
}
