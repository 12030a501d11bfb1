using System.Globalization;

namespace TicketWeb.Kernel;

/// <summary>Days as addresses and forms have them.</summary>
public static class Days
{
    /// <summary>What is said where a day cannot be read.</summary>
    public const string Wanted = "Enter a day like 2027-03-01.";

    /// <summary>Reads "2027-03-01"; null for anything else, and for days that nobody means.</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 3000 ? day : null;
}
