using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

public readonly record struct PaymentId(Guid Value) : IId<PaymentId>
{
    public static PaymentId From(Guid value) => new(value);
}
