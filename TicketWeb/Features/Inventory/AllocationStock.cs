using TicketWeb.Features.Events;

namespace TicketWeb.Features.Inventory;

/// <summary>An allocation as those below see it who sell from it.</summary>
/// <param name="Lasts">False once it is over: then nothing is sold from it.</param>
/// <param name="Left">What it still holds of each of its ticket types.</param>
public sealed record AllocationStock(AllocationId Id, EventId EventId, bool Lasts, IReadOnlyDictionary<TicketTypeId, int> Left);
