using TicketWeb.Features.Events;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Inventory.Domain;

/// <summary>Stock that the organizer sets aside. It and its items change only while the event's pools are locked.</summary>
internal sealed class Allocation
{
    private const int LongestName = 80;
    private const int MostOfAType = 1_000_000;

    private readonly List<AllocationItem> _items = [];

    private Allocation()
    {
    }

    public AllocationId Id { get; private init; }

    public OrganizationId OrganizationId { get; private init; }

    public EventId EventId { get; private init; }

    public string Name { get; private set; } = "";

    /// <summary>From when on it holds nothing any more; null for no end.</summary>
    public DateTimeOffset? EndsAt { get; private set; }

    /// <summary>When what it held went back; null while it has not.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Its ticket types stay what they were when it was made; only how many it has of them changes.</summary>
    public IReadOnlyList<AllocationItem> Items => _items;

    /// <summary>Holds nothing yet.</summary>
    public static Allocation Open(OrganizationId organization, EventId of, IEnumerable<TicketTypeId> types, DateTimeOffset now)
    {
        var allocation = new Allocation { Id = Kernel.Id.New<AllocationId>(), OrganizationId = organization, EventId = of, CreatedAt = now };
        allocation._items.AddRange(types.Select(t => new AllocationItem { AllocationId = allocation.Id, TicketTypeId = t, OrganizationId = organization }));
        return allocation;
    }

    /// <summary>True while things are sold from it and come back to it.</summary>
    public bool LastsAt(DateTimeOffset now) => ReleasedAt is null && !(now >= EndsAt);

    public AllocationItem? Of(TicketTypeId type) => _items.Find(i => i.TicketTypeId == type);

    /// <summary>Takes name and end from the input, and says how many more of each of its types it must hold for that.</summary>
    /// <param name="taken">How many of each type are reserved and sold from it.</param>
    public Outcome<IReadOnlyList<TicketCount>> Change(EventView of, AllocationInput input, IReadOnlyDictionary<TicketTypeId, int> taken, DateTimeOffset now)
    {
        if (ReleasedAt is not null)
            return new AllocationIsOver();
        var ends = input.Ends?.InstantAt(of.Venue.TimeZone);
        var errors = new InputErrors();
        var name = errors.Text(input.Name, "allocationName", "The name", LongestName);
        errors.Require(ends is null || ends > now, "ends", "It must end after now. To end it at once, release it.");
        foreach (var type in of.TicketTypes.Where(t => Of(t.Id) is not null))
        {
            var (wanted, gone) = (input.Quantities.GetValueOrDefault(type.Id), taken.GetValueOrDefault(type.Id));
            errors.Require(wanted is >= 0 and <= MostOfAType, AllocationInput.FieldOf(type.Id), $"Give a number up to {MostOfAType:N0}.");
            errors.Require(!(wanted >= 0) || wanted >= gone, AllocationInput.FieldOf(type.Id), $"{gone:N0} of {type.Name} are reserved or sold from it already.");
        }

        errors.Require(_items.Count > 0 && _items.Exists(i => input.Quantities.GetValueOrDefault(i.TicketTypeId) != 0), "quantities", "Set at least one ticket aside.");
        if (!errors.None)
            return errors.ToRefusal();

        (Name, EndsAt) = (name, ends);
        return (List<TicketCount>)[.. _items.Select(i => new TicketCount(i.TicketTypeId, input.Quantities[i.TicketTypeId]!.Value - taken.GetValueOrDefault(i.TicketTypeId) - i.Held))];
    }

    /// <summary>Gives some of what it holds to a new one with the same end. What is sold from this one stays sold from this one.</summary>
    public Outcome<Allocation> Split(EventView of, string? name, IReadOnlyDictionary<TicketTypeId, int?> counts, DateTimeOffset now)
    {
        if (!LastsAt(now))
            return new AllocationIsOver();
        var errors = new InputErrors();
        var fineName = errors.Text(name, "splitName", "The name", LongestName);
        var moved = counts.Where(c => c.Value is not (null or 0)).ToDictionary(c => c.Key, c => c.Value!.Value);
        errors.Require(moved.Count > 0, "split", "Say how many go into the new one.");
        foreach (var (type, count) in moved)
        {
            var held = Of(type)?.Held ?? 0;
            errors.Require(count > 0 && count <= held, $"split-{type.Value}", $"It holds {held:N0} of {of.TicketTypes.FirstOrDefault(t => t.Id == type)?.Name ?? "this type"}.");
        }

        if (!errors.None)
            return errors.ToRefusal();

        var other = Open(OrganizationId, EventId, moved.Keys, now);
        (other.Name, other.EndsAt) = (fineName, EndsAt);
        foreach (var (type, count) in moved)
        {
            Of(type)!.Hold(-count);
            other.Of(type)!.Hold(count);
        }

        return other;
    }

    /// <summary>It is over. What it holds has to go back to the pools with it.</summary>
    public void Release(DateTimeOffset now) => ReleasedAt ??= now;
}
