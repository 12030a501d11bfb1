using TicketWeb.Kernel;

namespace TicketWeb.Tests.Architecture;

/// <summary>Which room of the house a type lives in, told from its namespace.</summary>
internal static class Rooms
{
    public static bool In(this Type type, string room) =>
        type.Namespace is { } name && (name == room || name.StartsWith(room + ".", StringComparison.Ordinal));

    public static bool InAnyOf(this Type type, params string[] rooms) => rooms.Any(type.In);

    /// <summary>"Orders"; null outside features.</summary>
    public static string? Feature(this Type type) => type.Namespace?.Split('.') is ["TicketWeb", "Features", var feature, ..] ? feature : null;

    /// <summary>"Domain", "UseCases", "Data", a vendor …; null for a feature's front door and outside features.</summary>
    public static string? Ring(this Type type) => type.Namespace?.Split('.') is ["TicketWeb", "Features", _, var ring, ..] ? ring : null;

    /// <summary>A word that travels: an id, a record, an enum. Not something that does anything.</summary>
    public static bool IsWord(this Type type) =>
        type.IsEnum || type.GetMethod("<Clone>$") is not null
        || type.GetInterfaces().Any(i => i.IsGenericType && (i.GetGenericTypeDefinition() == typeof(IId<>) || i == typeof(IEquatable<>).MakeGenericType(type)));
}
