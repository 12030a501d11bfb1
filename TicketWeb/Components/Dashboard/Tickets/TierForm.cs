using TicketWeb.Components.Dashboard.Fields;
using TicketWeb.Features.Events;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Dashboard.Tickets;

/// <summary>A price tier as it is typed: times as the clocks at the venue show them.</summary>
public sealed record TierForm
{
    /// <summary>The tier that it was; null for a new one.</summary>
    public PriceTierId? Id { get; init; }

    public string? Name { get; set; }

    public string? Price { get; set; }

    public string? From { get; set; }

    public string? Until { get; set; }

    public string? Most { get; set; }

    public static TierForm Of(PriceTier tier, string zone) => new()
    {
        Id = tier.Id,
        Name = tier.Name,
        Price = tier.Price.ToPlainString(),
        From = Typed.Text(tier.From?.LocalTime(zone)),
        Until = Typed.Text(tier.Until?.LocalTime(zone)),
        Most = Typed.Text(tier.Most),
    };

    public PriceTierInput ToInput() => new(Id, Name, Price, Typed.Time(From), Typed.Time(Until), Typed.Limit(Most));
}
