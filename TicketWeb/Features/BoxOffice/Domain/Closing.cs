using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;

namespace TicketWeb.Features.BoxOffice.Domain;

/// <summary>A drawer was counted. Nothing of it changes afterwards: what happens later is in the next one.</summary>
internal sealed class Closing
{
    public const int LongestNote = 500;

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

    /// <summary>What its entries in cash come to, in minor units.</summary>
    public long Expected { get; private init; }

    /// <summary>In minor units.</summary>
    public long Counted { get; private init; }

    public string Note { get; private init; } = "";

    public DateTimeOffset Since { get; private init; }

    public Guid ClosedBy { get; private init; }

    public DateTimeOffset ClosedAt { get; private init; }

    /// <summary>What should be in a drawer with these entries, in minor units: only cash is in it.</summary>
    public static long Cash(IEnumerable<DrawerEntry> entries) => entries.Where(e => e.Tender == Tender.Cash).Sum(e => e.Amount);

    /// <summary>Refuses without a count, and a difference that nobody explains.</summary>
    /// <param name="entries">At least one.</param>
    public static Outcome<Closing> Close(OrganizationId organization, Currency currency, IReadOnlyList<DrawerEntry> entries, ClosingInput input, Guid by, DateTimeOffset now)
    {
        var expected = Cash(entries);
        if (expected != input.Expected)
            return new DrawerHasMoved(new Money(expected, currency));
        var errors = new InputErrors();
        var counted = Money.Parse(input.Counted, currency);
        errors.Require(counted is not null, "counted", "Count the cash, and enter an amount like 120 or 120.50.");
        var note = errors.Text(input.Note, "note", "The note", LongestNote, optional: true);
        errors.Require(counted is null || counted.Value.Minor == expected || note.Length > 0, "note", "Say why it differs.");
        if (!errors.None)
            return errors.ToRefusal();

        var closing = new Closing
        {
            Id = Kernel.Id.New<ClosingId>(),
            OrganizationId = organization,
            Operator = input.Operator,
            Key = input.Key,
            Currency = currency,
            Expected = expected,
            Counted = counted!.Value.Minor,
            Note = note,
            Since = entries.Min(e => e.At),
            ClosedBy = by,
            ClosedAt = now,
        };
        foreach (var entry in entries)
            entry.CloseWith(closing);
        return closing;
    }
}
