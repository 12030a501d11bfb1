using TicketWeb.Features.Inventory;
using TicketWeb.Kernel;

namespace TicketWeb.Features.WaitingRoom.UseCases;

/// <summary>Hears of every buyer, so that a room opens when too many come, and calls nobody while the checkout cannot keep up.</summary>
public sealed class NoteDemand(RoomBoard board)
{
    public void Came(string slug) => board.NoteBuyer(slug);

    /// <param name="refusal">Why their order was not started; null when it was.</param>
    public void Answered(string slug, Refusal? refusal)
    {
        if (refusal is StockIsBusy)
            board.NoteBusy(slug);
    }
}
