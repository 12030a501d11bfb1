using System.ComponentModel.DataAnnotations;
using TicketWeb.Features.Events;

namespace TicketWeb.Features.Pricing;

/// <summary>A fee of the platform's on each ticket, on each add-on or once on each order. Amounts are in minor units of whichever currency is sold in.</summary>
public sealed class PlatformFee : IValidatableObject
{
    /// <summary>Ticket, AddOn or Order.</summary>
    public FeeKind Per { get; set; }

    [Range(0, 100_000)]
    public long Flat { get; set; }

    /// <summary>Of what is paid for the ticket, for the add-on, or for all of the order.</summary>
    [Range(0, 5_000)]
    public int BasisPoints { get; set; }

    /// <summary>The least price that carries it: the ticket's, the add-on's, or that of all of the order.</summary>
    [Range(0, long.MaxValue)]
    public long From { get; set; }

    /// <summary>The largest price that carries it; null for any.</summary>
    public long? To { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Per is not (FeeKind.Ticket or FeeKind.AddOn or FeeKind.Order))
            yield return new ValidationResult("A fee of the platform is per Ticket, AddOn or Order.", [nameof(Per)]);
        if (To < From)
            yield return new ValidationResult("A fee's To is less than its From.", [nameof(To)]);
    }
}
