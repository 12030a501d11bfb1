namespace TicketWeb.Features.Orders.Domain;

internal static class ReadsAFile
{
    public static string Terms() => File.ReadAllText("terms.txt");
}
