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
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<IPostman, SmtpPostman>();
    }
}
