namespace TicketWeb.Features.BoxOffice;

/// <summary>What has happened in somebody's drawer since it was last closed.</summary>
/// <param name="Lines">Cash first, which is always there; then the other tenders that went through it.</param>
public sealed record Drawer(DateTimeOffset Since, int Entries, IReadOnlyList<DrawerLine> Lines);
