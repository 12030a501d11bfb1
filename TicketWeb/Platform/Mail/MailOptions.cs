namespace TicketWeb.Platform.Mail;

/// <summary>The server that takes our mail, from the section "Mail".</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    /// <summary>Null for a server that asks for no name.</summary>
    public string? Username { get; set; }

    public string? Password { get; set; }

    /// <summary>Sends nothing over a connection that is not encrypted.</summary>
    public bool StartTls { get; set; } = true;

    /// <summary>The address that all letters come from.</summary>
    public string From { get; set; } = "";

    /// <summary>The name before that address when a letter brings none of its own.</summary>
    public string FromName { get; set; } = "TicketWeb";

    /// <summary>How long a server may take over one letter.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>False where a password would go over a line that others can read.</summary>
    public bool KeepsItsPassword => string.IsNullOrEmpty(Password) || StartTls || Host is "localhost" or "127.0.0.1" or "::1";
}
