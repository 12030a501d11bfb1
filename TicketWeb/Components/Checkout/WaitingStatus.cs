using TicketWeb.Components.Storefront;
using TicketWeb.Features.WaitingRoom;

namespace TicketWeb.Components.Checkout;

/// <summary>What an open page of the waiting room is told when it asks.</summary>
/// <param name="Standing">When it is no longer what the page was drawn for, the page goes on.</param>
/// <param name="Headline">Null where it stays as it is.</param>
/// <param name="Again">In how many seconds to ask next.</param>
public sealed record WaitingStatus(string Standing, string? Headline, string Wait, int Percent, int Again)
{
    public static WaitingStatus Of(Turn turn) => new(
        turn.OpensAt is { } opens ? $"{turn.Standing} {opens.ToUnixTimeSeconds()}" : turn.Standing.ToString(),
        turn.Standing == Features.WaitingRoom.Standing.InLine ? WaitingWords.Number(turn) : null,
        WaitingWords.Wait(turn),
        turn.Percent,
        (int)turn.LookAgain.TotalSeconds);
}
