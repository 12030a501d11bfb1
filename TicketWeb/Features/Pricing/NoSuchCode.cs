using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing;

public sealed record NoSuchCode : Refusal
{
    public NoSuchCode(string code)
        : base("no_such_code", $"There is no code {code} for this event.") => Field = CodeTerms.Input;
}
