using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Shouldly;
using TicketWeb.Kernel;
using TicketWeb.Platform.Mail;
using Xunit;

namespace TicketWeb.Tests.Platform.Mail;

public sealed class SmtpPostmanTests(MailSink sink) : IClassFixture<MailSink>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly byte[] Picture = [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7))];
    private static readonly byte[] File = [.. Enumerable.Range(0, 70_000).Select(i => (byte)(i * 13))];

    [Fact]
    public async Task A_letter_arrives_with_all_its_parts_byte_by_byte()
    {
        (await Postman(sink).SendAsync(Letter("sam@example.com"), Cancel)).Value.ShouldBe(new Done());

        var mail = await sink.NextAsync(Cancel);
        mail.GetProperty("to")[0].GetString().ShouldBe("sam@example.com");
        mail.GetProperty("from").GetString().ShouldBe("\"Größe & Söhne\" <tickets@example.com>");
        mail.GetProperty("replyTo").GetString().ShouldBe("box@hall.example");
        mail.GetProperty("subject").GetString().ShouldBe("Your tickets: Ночные пловцы 🎟️ and a subject that is too long for a single header line");
        mail.GetProperty("text").GetString()!.TrimEnd().ShouldBe("Gruß, Sam");
        mail.GetProperty("html").GetString()!.ShouldContain("<img src=\"cid:qr-1\"");
        mail.GetProperty("structure").EnumerateArray().Select(t => t.GetString()).ShouldBe(
            ["multipart/mixed", "multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png", "application/pdf"], ignoreOrder: false);

        var parts = mail.GetProperty("parts").EnumerateArray().ToList();
        var picture = parts.Single(p => p.GetProperty("contentType").GetString() == "image/png");
        picture.GetProperty("cid").GetString().ShouldBe("qr-1");
        picture.GetProperty("content").GetBytesFromBase64().ShouldBe(Picture);
        var file = parts.Single(p => p.GetProperty("contentType").GetString() == "application/pdf");
        file.GetProperty("filename").GetString().ShouldBe("Tickets – Größe.pdf");
        file.GetProperty("contentDisposition").GetString().ShouldBe("attachment");
        file.GetProperty("content").GetBytesFromBase64().ShouldBe(File);
    }

    [Fact]
    public async Task Nothing_that_people_type_begins_another_header()
    {
        const string evil = "Hi\r\nBcc: everyone@example.com\r\n\r\nbody\u2028X-Evil: 1\0";
        var letter = Letter("sam@example.com") with
        {
            Subject = evil,
            SenderName = evil,
            Parts = [new LetterPart(evil, "application/pdf", File), new LetterPart(evil, "image/png", Picture, "a\r\nX-Evil: 1")],
        };

        (await Postman(sink).SendAsync(letter, Cancel)).Refusal.ShouldBeNull();

        var mail = await sink.NextAsync(Cancel);
        mail.GetProperty("to").GetArrayLength().ShouldBe(1);
        var headers = mail.GetProperty("headers").EnumerateArray().Select(h => h.GetString()).ToList();
        headers.ShouldNotContain("bcc");
        headers.ShouldNotContain("x-evil");
        mail.GetProperty("parts").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Long_lines_are_broken_as_the_protocol_demands()
    {
        var endless = new string('x', 20_000);

        await Postman(sink).SendAsync(Letter("sam@example.com") with { Text = endless, Html = $"<p>{endless}</p>" }, Cancel);

        var mail = await sink.NextAsync(Cancel);
        mail.GetProperty("longestLine").GetInt32().ShouldBeLessThan(998);
        mail.GetProperty("text").GetString()!.Trim().ShouldBe(endless);
    }

    [Fact]
    public async Task A_letter_says_how_to_end_such_letters_and_has_a_number()
    {
        await Postman(sink).SendAsync(Letter("sam@example.com") with { Unsubscribe = new Uri("https://tickets.example/stop/abc") }, Cancel);

        var lines = (await sink.NextAsync(Cancel)).GetProperty("headerLines").EnumerateArray().Select(h => h.GetString()!).ToList();
        lines.ShouldContain("List-Unsubscribe: <https://tickets.example/stop/abc>");
        lines.ShouldContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        lines.Count(line => line.StartsWith("Message-ID: <", StringComparison.OrdinalIgnoreCase) && line.EndsWith("@example.com>", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_asks_for_patience_delays_the_letter()
    {
        (await Postman(sink).SendAsync(Letter("later@example.com"), Cancel)).Refusal.ShouldBeOfType<MailDelayed>().Detail.ShouldContain("Greylisted");
    }

    [Fact]
    public async Task A_mailbox_that_does_not_exist_rejects_the_letter_for_good()
    {
        (await Postman(sink).SendAsync(Letter("gone@example.com"), Cancel)).Refusal.ShouldBeOfType<MailRejected>().Detail.ShouldContain("No such mailbox");
    }

    [Fact]
    public async Task A_server_that_falls_silent_delays_the_letter_when_the_time_is_up()
    {
        (await Postman(sink, o => o.TimeoutSeconds = 1).SendAsync(Letter("silent@example.com"), Cancel)).Refusal.ShouldBeOfType<MailDelayed>().Detail.ShouldContain("longer than 1 seconds");
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_delays_the_letter() =>
        (await Postman(null).SendAsync(Letter("sam@example.com"), Cancel)).Refusal.ShouldBeOfType<MailDelayed>();

    [Fact]
    public async Task Nothing_goes_out_over_an_open_line_when_encryption_is_asked_for()
    {
        (await Postman(sink, o => o.StartTls = true).SendAsync(Letter("sam@example.com"), Cancel)).Refusal.ShouldBeOfType<MailDelayed>();
    }

    [Theory]
    [InlineData("right", true)]
    [InlineData("wrong", false)]
    public async Task A_wrong_password_delays_letters_until_it_is_put_right(string password, bool sent)
    {
        await using var guarded = new MailSink("ticketweb", "right");
        await guarded.InitializeAsync();

        var outcome = await Postman(guarded, o => (o.Username, o.Password) = ("ticketweb", password)).SendAsync(Letter("sam@example.com"), Cancel);

        (outcome.Refusal is null).ShouldBe(sent);
        (outcome.Refusal is null or MailDelayed).ShouldBeTrue();
    }

    [Fact]
    public async Task Giving_up_is_told_from_being_late()
    {
        using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Should.ThrowAsync<OperationCanceledException>(() => Postman(sink).SendAsync(Letter("silent@example.com"), gone.Token));
    }

    private static SmtpPostman Postman(MailSink? sink, Action<MailOptions>? change = null)
    {
        var options = new MailOptions { Host = "127.0.0.1", Port = sink?.Port ?? 1, StartTls = false, From = "tickets@example.com" };
        change?.Invoke(options);
        return new SmtpPostman(Options.Create(options), NullLogger<SmtpPostman>.Instance);
    }

    private static Letter Letter(string to) => new(
        Address(to),
        "Your tickets: Ночные пловцы 🎟️ and a subject that is too long for a single header line",
        "<p>Gruß, <b>Sam</b> <img src=\"cid:qr-1\" alt=\"Ticket code\"></p>",
        "Gruß, Sam",
        [new LetterPart("code.png", "image/png", Picture, "qr-1"), new LetterPart("Tickets – Größe.pdf", "application/pdf", File)])
    {
        SenderName = "Größe & Söhne",
        ReplyTo = Address("box@hall.example"),
    };

    private static EmailAddress Address(string text) => EmailAddress.TryParse(text, out var address) ? address : throw new ArgumentException(text);
}
