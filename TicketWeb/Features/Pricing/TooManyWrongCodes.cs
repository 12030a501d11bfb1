using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing;

public sealed record TooManyWrongCodes : Refusal
{
    public TooManyWrongCodes()
        : base("too_many_wrong_codes", "Too many wrong codes were tried from your network. Wait a minute and try again, or go on without a code.") => Field = CodeTerms.Input;
}
