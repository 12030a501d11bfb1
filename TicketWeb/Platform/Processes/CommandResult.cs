namespace TicketWeb.Platform.Processes;

/// <summary>How a command ended.</summary>
/// <param name="ExitCode">0 when it did what it was asked.</param>
/// <param name="Output">What it wrote to both of its streams, trimmed.</param>
public sealed record CommandResult(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;
}
