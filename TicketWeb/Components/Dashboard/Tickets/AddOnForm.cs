using TicketWeb.Components.Dashboard.Fields;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Dashboard.Tickets;

/// <summary>An add-on as it is typed: the sale window as the clocks at the venue show it.</summary>
public sealed record AddOnForm
{
    public string? Name { get; set; }

    public string? Description { get; set; }

    public string? Price { get; set; }

    public string? Stock { get; set; }

    public string? Most { get; set; } = "10";

    public string? From { get; set; }

    public string? Until { get; set; }

    public IncludedPer? IncludedPer { get; set; }

    public string? Included { get; set; } = "1";

    public static AddOnForm Of(TicketTypeView addOn, AddOnFigures figures, string zone) => new()
    {
        Name = addOn.Name,
        Description = addOn.Description,
        Price = addOn.Price.ToPlainString(),
        Stock = Typed.Text(figures.Stock),
        Most = Typed.Text(addOn.MostPerOrder),
        From = Typed.Text(addOn.OnSaleFrom?.LocalTime(zone)),
        Until = Typed.Text(addOn.OnSaleUntil?.LocalTime(zone)),
        IncludedPer = addOn.AddOn!.IncludedPer,
        Included = Typed.Text(Math.Max(1, addOn.AddOn.Included)),
    };

    public TicketTypeInput ToInput(IReadOnlyCollection<TicketTypeId> goesWith) => new(Name, Description, Price, 1, Typed.Number(Most), Typed.Time(From), Typed.Time(Until))
    {
        AddOn = new AddOnInput(goesWith, IncludedPer, Typed.Number(Included)),
    };
}
