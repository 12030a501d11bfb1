namespace TicketWeb.Components.Storefront;

/// <summary>The answers to "when?" that a visitor can pick: a word in the address, and the time it stands for.</summary>
public sealed record Dates(string Key, string Name, DateTimeOffset? From, DateTimeOffset? Until)
{
    /// <summary>What can be picked at this moment; the first leaves it open.</summary>
    /// <param name="now">By the clocks of the place the storefront serves.</param>
    public static IReadOnlyList<Dates> At(DateTimeOffset now)
    {
        var today = new DateTimeOffset(now.Date, now.Offset);
        var toSaturday = ((int)DayOfWeek.Saturday - (int)now.DayOfWeek + 7) % 7;
        // On a Sunday the weekend is what is left of it; from Friday 17:00 on it has begun.
        var friday = now.DayOfWeek == DayOfWeek.Sunday ? today.AddDays(-2) : today.AddDays(toSaturday - 1);
        var nextMonth = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, now.Offset).AddMonths(1);
        return
        [
            new("", "Any day", null, null),
            new("today", "Today", now, today.AddDays(1).AddHours(4)),
            new("weekend", "This weekend", Later(now, friday.AddHours(17)), friday.AddDays(3).AddHours(4)),
            new("week", "Next 7 days", now, today.AddDays(8)),
            new("month", "This month", now, nextMonth),
        ];
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
