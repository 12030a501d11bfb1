using TicketWeb.Components.Dashboard.Fields;
using TicketWeb.Features.Events;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Dashboard.Tickets;

/// <summary>A ticket type as it is typed: the sale window as the clocks at the venue show it.</summary>
public sealed record TypeForm
{
    public string? Name { get; set; }

    public string? Description { get; set; }

    public string? Price { get; set; }

    public string? Fewest { get; set; } = "1";

    public string? Most { get; set; } = "10";

    public string? MostPerPerson { get; set; }

    public string? From { get; set; }

    public string? Until { get; set; }

    public bool ChoosesAmount { get; set; }

    public bool Hidden { get; set; }

    public static TypeForm Of(TicketTypeView type, string zone) => new()
    {
        Name = type.Name,
        Description = type.Description,
        Price = type.Price.ToPlainString(),
        Fewest = Typed.Text(type.FewestPerOrder),
        Most = Typed.Text(type.MostPerOrder),
        MostPerPerson = Typed.Text(type.MostPerPerson),
        From = Typed.Text(type.OnSaleFrom?.LocalTime(zone)),
        Until = Typed.Text(type.OnSaleUntil?.LocalTime(zone)),
        ChoosesAmount = type.ChoosesAmount,
        Hidden = type.Hidden,
    };

    public TicketTypeInput ToInput(IEnumerable<TierForm> tiers) =>
        new(Name, Description, Price, Typed.Number(Fewest), Typed.Number(Most), Typed.Time(From), Typed.Time(Until), Typed.Limit(MostPerPerson))
        {
            ChoosesAmount = ChoosesAmount,
            Hidden = Hidden,
            Tiers = ChoosesAmount ? [] : [.. tiers.Select(t => t.ToInput())],
        };
}
