using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing;

public sealed record CodeHasEnded : Refusal
{
    public CodeHasEnded(string code)
        : base("code_ended", $"The code {code} has ended.") => Field = CodeTerms.Input;
}
