using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>An order's add-ons of one line, with what of them has gone back.</summary>
/// <param name="Total">What was paid for all of them.</param>
/// <param name="Left">The places in the order of those that have not gone back.</param>
/// <param name="FeesLeft">The fees that have not gone back, each with the place of the add-on that it is of.</param>
public sealed record OrderAddOnRow(string Title, int Count, Money Total, IReadOnlyList<int> Left, IReadOnlyList<(int Position, string Name, Money Amount)> FeesLeft);
