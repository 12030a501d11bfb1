using System.Text.RegularExpressions;

namespace TicketWeb.Platform.Data;

/// <summary>PascalCase names as PostgreSQL likes them.</summary>
internal static partial class SnakeCase
{
    public static string From(string name) => WordStart().Replace(name, "$1_$2").ToLowerInvariant();

    [GeneratedRegex("([a-z0-9])([A-Z])")]
    private static partial Regex WordStart();
}
