using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>Days of an organization's zone, both included.</summary>
public sealed record RefundPeriod(DateOnly From, DateOnly To)
{
    /// <summary>Reads days like "2027-03-01"; without any, the month so far, and without one of them, the month of the other.</summary>
    public static Outcome<RefundPeriod> Read(string? from, string? to, DateOnly today)
    {
        var errors = new InputErrors();
        var last = Day(to, "to", errors);
        var first = Day(from, "from", errors) ?? First(last ?? today);
        last ??= first > today ? First(first).AddMonths(1).AddDays(-1) : today;
        errors.Require(!errors.None || first <= last, "to", "The last day is before the first.");
        return errors.None ? new RefundPeriod(first, last.Value) : errors.ToRefusal();
    }

    public static RefundPeriod MonthOf(DateOnly day) => new(First(day), First(day).AddMonths(1).AddDays(-1));

    /// <summary>More days than anybody reads one by one.</summary>
    public bool IsLong => To.DayNumber - From.DayNumber > 62;

    private static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateOnly? Day(string? text, string field, InputErrors errors)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var day = Days.Read(text);
        errors.Require(day is not null, field, Days.Wanted);
        return day;
    }
}
