using TicketWeb.Features.Events;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>A buyer chose less than the least, or what is no amount.</summary>
public sealed record AmountTooSmall : Refusal
{
    public AmountTooSmall(TicketTypeView type)
        : base("amount_too_small", (type.Price.Minor == 0 ? $"Say how much you give for {type.Name}, like 10. It may be 0." : $"Give {type.Price} or more for {type.Name}, like {type.Price.ToPlainString()}.") + type.Price.Currency.StepSentence) =>
        Field = FieldOf(type.Id);

    /// <summary>The name under which forms post what the buyer gives for each of these.</summary>
    public static string FieldOf(TicketTypeId type) => $"amount-{type.Value}";
}
