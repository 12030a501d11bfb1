namespace TicketWeb.Features.WaitingRoom.UseCases;

/// <summary>How a visitor stands with an event's waiting room. From this node's memory: it may be asked as often as anyone likes.</summary>
public sealed class FindTurn(RoomBoard board, PlaceTokens tokens, TimeProvider clock)
{
    /// <param name="token">What they hold, if anything.</param>
    public async Task<Turn> RunAsync(string slug, string? token, CancellationToken cancel)
    {
        var seen = await board.FindAsync(slug, cancel);
        var place = tokens.Open(token);
        // Another node began this line less than a second ago.
        if (place?.EventId == seen.Room?.EventId && place?.Round > seen.Room?.Line.Round)
            seen = await board.LookAsync(slug, cancel);
        if (seen.Room is not { } room)
            return Turn.Free;

        var own = place?.EventId == room.EventId ? place : null;
        var turn = room.TurnOf(own, clock.GetUtcNow()) with { OrganizationId = room.OrganizationId, SoldOut = seen.SoldOut };
        return own is null && !string.IsNullOrEmpty(token) ? turn with { Lost = LostPlace.Unreadable } : turn;
    }
}
