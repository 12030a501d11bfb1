using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing;

/// <summary>Everybody together has used the code as often as it can be used.</summary>
public sealed record CodeUsedUp : Refusal
{
    /// <param name="left">Tickets that it is still good for, where the order has more.</param>
    public CodeUsedUp(string code, int left)
        : base("code_used_up", left <= 0 ? $"The code {code} is used up." : $"The code {code} is good for {left} more {(left == 1 ? "ticket" : "tickets")} only.") => Field = CodeTerms.Input;
}
