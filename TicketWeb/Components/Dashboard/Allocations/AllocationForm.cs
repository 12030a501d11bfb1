using TicketWeb.Components.Dashboard.Fields;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Dashboard.Allocations;

/// <summary>An allocation as it is typed: the end as the clocks at the venue show it.</summary>
internal sealed class AllocationForm
{
    public string? Name { get; set; }

    public string? Ends { get; set; }

    public Dictionary<TicketTypeId, string?> Quantities { get; } = [];

    public static AllocationForm Of(AllocationView known, string zone)
    {
        var form = new AllocationForm { Name = known.Name, Ends = Typed.Text(known.EndsAt?.LocalTime(zone)) };
        foreach (var type in known.Types)
            form.Quantities[type.TicketTypeId] = Typed.Text(type.Quantity);
        return form;
    }

    public AllocationInput ToInput() => new(Name, Typed.Time(Ends), Quantities.ToDictionary(q => q.Key, q => Typed.Count(q.Value)));
}
