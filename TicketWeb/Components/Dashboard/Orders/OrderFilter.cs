using TicketWeb.Features.Orders;

namespace TicketWeb.Components.Dashboard.Orders;

/// <summary>The states by which the list is filtered, with their words in the address.</summary>
internal static class OrderFilter
{
    public static readonly (string Key, string Name)[] All =
    [
        ("", "All"), ("paid", "Paid"), ("reserved", "Reserved"), ("awaiting-payment", "Awaiting payment"), ("expired", "Expired"), ("partly-refunded", "Partly refunded"), ("refunded", "Refunded"),
    ];

    public static OrderState? State(string? key) => key switch
    {
        "paid" => OrderState.Paid,
        "reserved" => OrderState.Reserved,
        "awaiting-payment" => OrderState.AwaitingPayment,
        "expired" => OrderState.Expired,
        "partly-refunded" => OrderState.PartlyRefunded,
        "refunded" => OrderState.Refunded,
        _ => null,
    };
}
