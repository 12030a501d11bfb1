using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing;

public sealed record AmountTooLarge() : Refusal("amount_too_large", "This is more than one order can come to. Choose fewer tickets.");
