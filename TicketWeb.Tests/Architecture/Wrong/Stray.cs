namespace TicketWeb.Features.Unplaced;

internal static class Stray
{
    public static string Name => nameof(Stray);
}
