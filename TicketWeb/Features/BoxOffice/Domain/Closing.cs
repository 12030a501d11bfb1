using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;

namespace TicketWeb.Features.BoxOffice.Domain;

/// <summary>A drawer was counted. Nothing of it changes afterwards: what happens later is in the next one.</summary>
internal sealed class Closing
{
    public const int LongestNote = 500;

    private readonly List<CountedTender> _others = [];

    private Closing()
    {
    }

    public ClosingId Id { get; private init; }

    public OrganizationId OrganizationId { get; private init; }

    /// <summary>Whose drawer, by account.</summary>
    public Guid Operator { get; private init; }

    /// <summary>Unique: the same form sent twice closes once.</summary>
    public Guid Key { get; private init; }

    public Currency Currency { get; private init; }

    /// <summary>The change that was in the drawer at the start, in minor units. Null where a version closed it that asked for nothing but the cash.</summary>
    public long? CashAtStart { get; private init; }

    /// <summary>What its entries in cash come to, in minor units.</summary>
    public long Expected { get; private init; }

    /// <summary>The cash without what was there at the start, in minor units.</summary>
    public long Counted { get; private init; }

    /// <summary>The other tenders that its entries have.</summary>
    public IReadOnlyList<CountedTender> Others => _others;

    public string Note { get; private init; } = "";

    public DateTimeOffset Since { get; private init; }

    public Guid ClosedBy { get; private init; }

    public DateTimeOffset ClosedAt { get; private init; }

    /// <summary>What should be there of each tender, in minor units and in the order of tenders: of cash always, of others where they were used.</summary>
    /// <param name="entries">Those without a tender cost nothing.</param>
    public static SortedDictionary<Tender, long> Due(IEnumerable<(Tender? Tender, long Amount)> entries)
    {
        var due = new SortedDictionary<Tender, long> { [Tender.Cash] = 0 };
        foreach (var (tender, amount) in entries)
        {
            if (tender is { } with)
                due[with] = due.GetValueOrDefault(with) + amount;
        }

        return due;
    }

    /// <summary>Refuses what was counted against something else than what is there now, a tender without a count, and a difference that nobody explains.</summary>
    /// <param name="entries">At least one.</param>
    public static Outcome<Closing> Close(OrganizationId organization, Currency currency, IReadOnlyList<DrawerEntry> entries, ClosingInput input, Guid by, DateTimeOffset now)
    {
        var due = Due(entries.Select(e => (e.Tender, e.Amount)));
        if (Moved(due, input.Counts, currency) is { } moved)
            return moved;
        var errors = new InputErrors();
        var change = string.IsNullOrWhiteSpace(input.CashAtStart) ? 0 : Money.Parse(input.CashAtStart, currency)?.Minor;
        errors.Require(change >= 0, "cash-at-start", "Enter the change as an amount like 100 or 100.50, or nothing.");
        var counted = input.Counts.ToDictionary(c => c.Tender, c => Read(c, currency, errors) - (c.Tender == Tender.Cash ? change : 0));
        var note = errors.Text(input.Note, "note", "The note", LongestNote, optional: true);
        errors.Require(note.Length > 0 || due.All(d => (counted[d.Key] ?? d.Value) == d.Value), "note", "Say why it differs.");
        if (!errors.None)
            return errors.ToRefusal();

        var closing = new Closing
        {
            Id = Kernel.Id.New<ClosingId>(),
            OrganizationId = organization,
            Operator = input.Operator,
            Key = input.Key,
            Currency = currency,
            CashAtStart = change,
            Expected = due[Tender.Cash],
            Counted = counted[Tender.Cash]!.Value,
            Note = note,
            Since = entries.Min(e => e.At),
            ClosedBy = by,
            ClosedAt = now,
        };
        closing._others.AddRange(due.Where(d => d.Key != Tender.Cash).Select(d => new CountedTender
        {
            ClosingId = closing.Id,
            Tender = d.Key,
            OrganizationId = organization,
            Expected = d.Value,
            Counted = counted[d.Key]!.Value,
        }));
        foreach (var entry in entries)
            entry.CloseWith(closing);
        return closing;
    }

    /// <summary>A tender that was counted and is gone, because somebody else closed the drawer, has moved as well.</summary>
    private static DrawerHasMoved? Moved(SortedDictionary<Tender, long> due, IReadOnlyList<CountInput> counts, Currency currency)
    {
        foreach (var tender in due.Keys.Union(counts.Select(c => c.Tender)))
        {
            long? now = due.TryGetValue(tender, out var amount) ? amount : null;
            if (counts.SingleOrDefault(c => c.Tender == tender)?.Expected != now)
                return new DrawerHasMoved(tender, new Money(now ?? 0, currency));
        }

        return null;
    }

    private static long? Read(CountInput count, Currency currency, InputErrors errors)
    {
        var read = Money.Parse(count.Counted, currency);
        errors.Require(read is not null, count.Field, count.Wanted);
        return read?.Minor;
    }
}
