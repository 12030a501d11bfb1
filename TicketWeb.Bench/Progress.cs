namespace TicketWeb.Bench;

/// <summary>What is going on, on the error stream, so that the table alone is on the other.</summary>
internal static class Progress
{
    public static void Say(string sentence) => Console.Error.WriteLine($"{DateTime.Now:HH:mm:ss} {sentence}");
}
