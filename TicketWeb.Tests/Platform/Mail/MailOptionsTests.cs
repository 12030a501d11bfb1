using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using TicketWeb.Platform.Mail;
using Xunit;

namespace TicketWeb.Tests.Platform.Mail;

public sealed class MailOptionsTests
{
    [Theory]
    [InlineData("Mail:Host", "")]
    [InlineData("Mail:From", "nobody")]
    [InlineData("Mail:FromName", " ")]
    [InlineData("Mail:Port", "0")]
    [InlineData("Mail:TimeoutSeconds", "301")]
    [InlineData("Mail:Password", "")]
    [InlineData("Mail:StartTls", "false")]
    public void An_app_with_settings_that_make_no_sense_does_not_start_and_names_the_one(string setting, string value)
    {
        Read([]).Host.ShouldBe("mail.example.com");

        var wrong = Should.Throw<OptionsValidationException>(() => Read(new() { [setting] = value }));

        wrong.Failures.ShouldHaveSingleItem().ShouldContain(setting);
    }

    private static MailOptions Read(Dictionary<string, string?> change)
    {
        Dictionary<string, string?> settings = new()
        {
            ["Mail:Host"] = "mail.example.com",
            ["Mail:From"] = "tickets@example.com",
            ["Mail:Username"] = "ticketweb",
            ["Mail:Password"] = "secret",
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).AddInMemoryCollection(change).Build();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddSmtpPostman().BuildServiceProvider();
        return services.GetRequiredService<IOptions<MailOptions>>().Value;
    }
}
