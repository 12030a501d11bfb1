using TicketWeb.Features.Events;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>A buyer chose more than is taken for one ticket: a slip of the finger, most likely.</summary>
public sealed record GiftTooLarge : Refusal
{
    public GiftTooLarge(TicketTypeView type, Money most)
        : base("gift_too_large", $"That is too much: give {most} or less for {type.Name}.") =>
        Field = AmountTooSmall.FieldOf(type.Id);
}
