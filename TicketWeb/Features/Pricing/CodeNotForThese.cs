using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing;

public sealed record CodeNotForThese : Refusal
{
    public CodeNotForThese(string code)
        : base("code_not_for_these", $"The code {code} is not for the tickets you chose.") => Field = CodeTerms.Input;
}
