using TicketWeb.Features.Events;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Inventory;

/// <summary>Others have, or hold, what should be set aside.</summary>
public sealed record NotEnoughToSetAside : Refusal
{
    public NotEnoughToSetAside(TicketTypeId type, string name, int left)
        : base("not_enough_to_set_aside", left == 0 ? $"None of {name} is left to set aside." : $"Only {left} more of {name} can be set aside.") => Field = AllocationInput.FieldOf(type);
}
