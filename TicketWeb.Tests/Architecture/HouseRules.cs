using System.Reflection;

namespace TicketWeb.Tests.Architecture;

/// <summary>The rooms of the house and the doors between them, as data. See ARCHITECTURE.md.</summary>
internal static class HouseRules
{
    /// <summary>In the order of the story: each may open the front doors of those above it.</summary>
    private static readonly string[] Features =
    [
        "Organizations", "Events", "Inventory", "WaitingRoom", "Pricing", "Payments", "Orders", "Tickets", "Door", "BoxOffice", "Settlements", "Messages",
    ];

    /// <summary>Companies outside, each behind a port in its feature's root, by the one type that puts it there.</summary>
    private static readonly Dictionary<string, string> Vendors = new()
    {
        ["TicketWeb.Features.Payments.Sandbox"] = "TicketWeb.Features.Payments.PaymentsFeature",
        ["TicketWeb.Features.Payments.Stripe"] = "TicketWeb.Features.Payments.PaymentsFeature",
    };

    private static readonly string[] ReadsAClock = ["get_UtcNow", "get_Now", "get_Today", "GetUtcNow", "GetLocalNow", "get_TickCount", "get_TickCount64"];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("Every feature has its place in the order", u => u.From.Feature() is { } from && !Features.Contains(from)),
        new("A domain knows the system, the kernel, its own feature and the words of those above it", u =>
            u.From.Ring() == "Domain" && !IsPlainSystem(u.Target) && !u.Target.In("TicketWeb.Kernel") && !IsOwnCentre(u) && !(MayOpen(u) && u.Target.IsWord())),
        new("A domain is told the time", u => u.From.Ring() == "Domain" && u.To is MethodInfo method && ReadsAClock.Contains(method.Name)),
        new("A feature is entered by its front door, and only from below", u =>
            u.From.Feature() is { } from && u.Target.Feature() is { } to && from != to && !MayOpen(u)),
        new("A page or an endpoint asks a use case, never the database or a domain", u =>
            u.From.InAnyOf("TicketWeb.Components", "TicketWeb.Api")
            && (u.Target.InAnyOf("TicketWeb.Platform.Data", "TicketWeb.Migrations", "Microsoft.EntityFrameworkCore", "Npgsql") || u.Target.Ring() is "Domain" or "Data")),
        new("The kernel knows only the system", u =>
            u.From.In("TicketWeb.Kernel") && !u.Target.In("TicketWeb.Kernel") && !IsPlainSystem(u.Target)),
        new("The platform knows no feature", u => u.From.In("TicketWeb.Platform") && u.Target.Feature() is not null),
        new("Nobody asks a page or an endpoint", u =>
            u.From.InAnyOf("TicketWeb.Kernel", "TicketWeb.Platform", "TicketWeb.Features") && u.Target.InAnyOf("TicketWeb.Components", "TicketWeb.Api")),
        new("An endpoint knows no page, and a page no endpoint", u =>
            (u.From.In("TicketWeb.Api") && u.Target.In("TicketWeb.Components")) || (u.From.In("TicketWeb.Components") && u.Target.In("TicketWeb.Api"))),
        new("Of the component library only what its styles are served for", u => u.Target.In("Radzen.Blazor") && u.Target.Name is not ("RadzenDialog" or "RadzenNotification")),
        new("A company outside is spoken to through its port", u =>
            Vendors.Any(v => u.Target.In(v.Key) && !u.From.In(v.Key) && u.From.FullName != v.Value)),
    ];

    public static Rule Named(string sentence) => All.Single(r => r.Sentence == sentence);

    /// <summary>Whether a feature comes before another in the story.</summary>
    public static bool StandsAbove(string feature, string other) => Array.IndexOf(Features, feature) is var above && above >= 0 && above < Array.IndexOf(Features, other);

    /// <summary>Nothing that reads or sends; WebUtility stands among the network's types and only encodes text.</summary>
    private static bool IsPlainSystem(Type type) =>
        type.In("System") && (!type.InAnyOf("System.Net", "System.IO", "System.Data") || type.FullName == "System.Net.WebUtility");

    private static bool IsOwnCentre(Use use) => use.Target.Feature() == use.From.Feature() && (use.Target.Ring() is null or "Domain");

    /// <summary>The target stands in the front door of a feature above.</summary>
    private static bool MayOpen(Use use) =>
        use.Target.Feature() is { } to && use.Target.Ring() is null && use.From.Feature() is { } from && StandsAbove(to, from);
}
