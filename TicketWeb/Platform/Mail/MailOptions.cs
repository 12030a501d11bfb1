using System.ComponentModel.DataAnnotations;

namespace TicketWeb.Platform.Mail;

/// <summary>The server that takes our mail, from the section "Mail".</summary>
public sealed class MailOptions : IValidatableObject
{
    public const string Section = "Mail";

    [Required]
    public string Host { get; set; } = "";

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>Null for a server that asks for no name.</summary>
    public string? Username { get; set; }

    public string? Password { get; set; }

    /// <summary>Sends nothing over a connection that is not encrypted.</summary>
    public bool StartTls { get; set; } = true;

    /// <summary>The address that all letters come from.</summary>
    [Required, EmailAddress]
    public string From { get; set; } = "";

    /// <summary>The name before that address when a letter brings none of its own.</summary>
    [Required]
    public string FromName { get; set; } = "TicketWeb";

    /// <summary>How long a server may take over one letter.</summary>
    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 30;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrEmpty(Username) != string.IsNullOrEmpty(Password))
            yield return new ValidationResult("Mail:Username and Mail:Password belong together.", [nameof(Username)]);
        if (!string.IsNullOrEmpty(Password) && !StartTls && Host is not ("localhost" or "127.0.0.1" or "::1"))
            yield return new ValidationResult("A password is not sent over an open line: set Mail:StartTls.", [nameof(StartTls)]);
    }
}
