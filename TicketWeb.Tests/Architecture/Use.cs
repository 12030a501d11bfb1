using System.Reflection;

namespace TicketWeb.Tests.Architecture;

/// <summary>One type uses another type, or a member of one.</summary>
internal sealed record Use(Type From, MemberInfo To)
{
    /// <summary>The type that is used, or whose member is.</summary>
    public Type Target => CodeMap.Owner(To as Type ?? To.DeclaringType ?? typeof(object));

    public override string ToString() => $"{From.FullName} -> {(To as Type)?.FullName ?? $"{To.DeclaringType?.FullName}.{To.Name}"}";
}
