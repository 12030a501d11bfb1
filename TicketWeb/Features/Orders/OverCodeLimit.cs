using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>This person has used the code as often as one person may.</summary>
public sealed record OverCodeLimit(string Code, int Most, int Already) : Refusal(
    "over_code_limit",
    $"One person can use the code {Code} {(Most == 1 ? "once" : $"{Most} times")}, and {Already switch { 0 => "this order uses it more often", 1 => "this e-mail address has used it once already", _ => $"this e-mail address has used it {Already} times already" }}. Your tickets are still reserved.");
