using System.Globalization;

namespace TicketWeb.Components.Dashboard.Fields;

/// <summary>What browsers' inputs hold, as values: null for what is empty or is none, so that the domain says what is missing.</summary>
internal static class Typed
{
    private const string Minute = "yyyy-MM-ddTHH:mm";

    public static int? Number(string? text) => int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Empty is any number; what is no number must not pass for empty.</summary>
    public static int? Limit(string? text) => string.IsNullOrWhiteSpace(text) ? null : Number(text) ?? 0;

    /// <summary>Empty is nothing said; what is no number must not pass for that.</summary>
    public static int? Count(string? text) => string.IsNullOrWhiteSpace(text) ? null : Number(text) ?? -1;

    public static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    public static DateTime? Time(string? text) => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    public static string? Text(DateTimeOffset? local) => local?.ToString(Minute, CultureInfo.InvariantCulture);

    public static string Text(DateTime local) => local.ToString(Minute, CultureInfo.InvariantCulture);
}
