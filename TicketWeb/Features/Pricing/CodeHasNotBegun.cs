using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing;

public sealed record CodeHasNotBegun : Refusal
{
    public CodeHasNotBegun(string code)
        : base("code_not_begun", $"The code {code} has not begun yet.") => Field = CodeTerms.Input;
}
