using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Settlements.Domain;

/// <summary>A period that is closed: its entries are listed beside it, and neither it nor they change any more.</summary>
internal sealed class Statement
{
    public required StatementId Id { get; init; }

    public required OrganizationId OrganizationId { get; init; }

    /// <summary>1 is the organization's first; there are no gaps.</summary>
    public required int Number { get; init; }

    public required Currency Currency { get; init; }

    public required DateOnly FirstDay { get; init; }

    public required DateOnly LastDay { get; init; }

    /// <summary>The midnight after the last day, where the organization is.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    public required DateTimeOffset ClosedAt { get; init; }

    public required Guid ClosedBy { get; init; }

    /// <summary>What its entries come to for the organization, in minor units.</summary>
    public long Owed { get; init; }

    /// <summary>Closes the days up to this one, which must be over where the organization is, and not closed yet.</summary>
    /// <param name="before">The statement before; null for the first.</param>
    /// <param name="begins">When the first entry of all was booked, for the first statement.</param>
    public static Outcome<Statement> Close(OrganizationProfile organization, Statement? before, DateTimeOffset? begins, DateOnly lastDay, Guid by, DateTimeOffset now)
    {
        var firstDay = before?.LastDay.AddDays(1) ?? Day(begins ?? now, organization.TimeZone);
        if (lastDay >= Day(now, organization.TimeZone))
            return new PeriodNotOver();
        if (lastDay < firstDay)
            return new PeriodClosed(firstDay);
        return new Statement
        {
            Id = Kernel.Id.New<StatementId>(),
            OrganizationId = organization.Id,
            Number = (before?.Number ?? 0) + 1,
            Currency = organization.Currency,
            FirstDay = firstDay,
            LastDay = lastDay,
            EndsAt = lastDay.AddDays(1).Begins(organization.TimeZone),
            ClosedAt = now,
            ClosedBy = by,
        };
    }

    /// <summary>The day that it is there.</summary>
    public static DateOnly Day(DateTimeOffset at, string zone) => DateOnly.FromDateTime(at.LocalTime(zone).DateTime);
}
