using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace TicketWeb.Platform.Mail;

/// <summary>A letter as SMTP carries it: text or HTML with its pictures, and beside them the attachments.</summary>
internal static class SmtpLetter
{
    public static MailMessage Write(Letter letter, MailOptions options)
    {
        var from = new MailAddress(options.From, OneLine(letter.SenderName ?? options.FromName), Encoding.UTF8);
        var message = new MailMessage(from, new MailAddress(letter.To.Value))
        {
            Subject = OneLine(letter.Subject),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        // The client sends none, and servers that must invent one are what spam looks like.
        message.Headers["Message-ID"] = $"<{Guid.CreateVersion7():N}@{from.Host}>";
        if (letter.ReplyTo is not null)
            message.ReplyToList.Add(new MailAddress(letter.ReplyTo.Value));
        if (letter.Unsubscribe is not null)
        {
            message.Headers["List-Unsubscribe"] = $"<{letter.Unsubscribe.AbsoluteUri}>";
            message.Headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
        }

        // The last of the alternatives is the one that a program shows when it can.
        message.AlternateViews.Add(View(letter.Text, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(HtmlView(letter));
        foreach (var part in letter.Parts.Where(part => part.ContentId is null))
            message.Attachments.Add(new Attachment(new MemoryStream(part.Content), OneLine(part.Name), part.ContentType));
        return message;
    }

    private static AlternateView HtmlView(Letter letter)
    {
        var html = View(letter.Html, MediaTypeNames.Text.Html);
        foreach (var part in letter.Parts.Where(part => part.ContentId is not null))
        {
            var picture = new LinkedResource(new MemoryStream(part.Content), part.ContentType) { ContentId = OneLine(part.ContentId!) };
            picture.ContentType.Name = OneLine(part.Name);
            html.LinkedResources.Add(picture);
        }

        return html;
    }

    /// <summary>Quoted-printable, because SMTP forbids lines beyond 998 bytes.</summary>
    private static AlternateView View(string content, string type)
    {
        var view = AlternateView.CreateAlternateViewFromString(content, Encoding.UTF8, type);
        view.TransferEncoding = TransferEncoding.QuotedPrintable;
        return view;
    }

    /// <summary>A line break in a header would begin another header, and names and subjects are what people typed.</summary>
    private static string OneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();
}
