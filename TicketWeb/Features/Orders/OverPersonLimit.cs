using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>With what this person has already, it would be more than one person may have.</summary>
public sealed record OverPersonLimit(string Name, int Most, int Already) : Refusal(
    "over_person_limit",
    $"One person can have {Most} of {Name} at most, and this e-mail address has {Already} already. Your tickets are still reserved.");
