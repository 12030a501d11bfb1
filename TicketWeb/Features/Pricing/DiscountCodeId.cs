using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing;

public readonly record struct DiscountCodeId(Guid Value) : IId<DiscountCodeId>
{
    public static DiscountCodeId From(Guid value) => new(value);
}
