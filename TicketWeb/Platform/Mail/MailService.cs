using TicketWeb.Kernel;

namespace TicketWeb.Platform.Mail;

/// <summary>Registers what sends mail.</summary>
public static class MailService
{
    /// <summary>Letters go to the SMTP server of the section "Mail"; in Development, where none is named, they stay in the mailbox.</summary>
    public static void AddMail(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment() && string.IsNullOrEmpty(builder.Configuration[$"{MailOptions.Section}:{nameof(MailOptions.Host)}"]))
            builder.Services.AddSingleton<IPostman, MailboxPostman>();
        else
            builder.Services.AddSmtpPostman();
    }

    /// <summary>Letters go to the SMTP server of the section "Mail"; the app does not start when that makes no sense.</summary>
    public static IServiceCollection AddSmtpPostman(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section)
            .Validate(o => !string.IsNullOrWhiteSpace(o.Host), "Set Mail:Host to the SMTP server that takes the mail, like smtp.example.")
            .Validate(o => EmailAddress.TryParse(o.From, out _), "Set Mail:From to the e-mail address that all mail comes from, like tickets@tickets.example.")
            .Validate(o => !string.IsNullOrWhiteSpace(o.FromName), "Mail:FromName must be a name: it stands before the address where a letter brings none of its own.")
            .Validate(o => o.Port is >= 1 and <= 65535, "Mail:Port must be between 1 and 65535; most servers take mail at 587.")
            .Validate(o => o.TimeoutSeconds is >= 1 and <= 300, "Mail:TimeoutSeconds must be between 1 and 300.")
            .Validate(o => string.IsNullOrEmpty(o.Username) == string.IsNullOrEmpty(o.Password), "Mail:Username and Mail:Password belong together: set both, or neither.")
            .Validate(o => o.KeepsItsPassword, "Mail:Password is not sent over an open line: set Mail:StartTls to true.")
            .ValidateOnStart();
        return services.AddSingleton<IPostman, SmtpPostman>();
    }
}
