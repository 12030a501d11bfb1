namespace TicketWeb.Features.Door;

/// <summary>How a verdict looks and sounds.</summary>
public enum Tone
{
    Admit,
    Already,
    Refuse,
}
