namespace TicketWeb.Demo;

/// <summary>A ticket type of a demo event.</summary>
/// <param name="Price">In the major unit, as typed.</param>
/// <param name="Pools">The pools it draws from, by name and capacity: the same name is the same pool.</param>
/// <param name="Sold">How many the demo sells.</param>
/// <param name="OnSaleInDays">Days until the sale starts; null for at once.</param>
internal sealed record DemoTicketType(string Name, string Description, string Price, (string Name, int Capacity)[] Pools, int Sold = 0, int Most = 8, int? OnSaleInDays = null);
