using TicketWeb.Platform.Data;

namespace TicketWeb.Components.Storefront;

internal static class AsksTheDatabase
{
    public static TicketDb Open(Databases databases) => databases.Service();
}
