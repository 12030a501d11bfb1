using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace TicketWeb.Features.Messages.Domain;

/// <summary>
/// The one template of all mails, written twice as it is filled: as HTML that every mail program shows (tables and style attributes,
/// as they need it) and as plain text that says the same.
/// </summary>
internal sealed class LetterPage(string heading)
{
    private const string Installation = "TicketWeb";
    private const string Ink = "#17141f";
    private const string Muted = "#5c5766";
    private readonly StringBuilder _html = new();
    private readonly StringBuilder _text = new StringBuilder(heading).Append("\n\n");

    /// <summary>"#5a35e8", or an organization's own.</summary>
    public string Accent { get; init; } = "#5a35e8";

    /// <summary>The organization that it is sent for; null where it is the installation's own.</summary>
    public string? Sender { get; init; }

    public LetterPage Paragraph(string text)
    {
        _html.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0 0 16px\">{Encoded(text)}</p>");
        _text.Append(text).Append("\n\n");
        return this;
    }

    public LetterPage Small(string text)
    {
        _html.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0 0 16px;font-size:14px;color:{Muted}\">{Encoded(text)}</p>");
        _text.Append(text).Append("\n\n");
        return this;
    }

    public LetterPage Button(string label, string url)
    {
        _html.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:24px 0\"><a href=\"{Encoded(url)}\" style=\"display:inline-block;background:{Accent};color:#ffffff;padding:14px 24px;border-radius:10px;font-weight:bold;text-decoration:none\">{Encoded(label)}</a></p>");
        _text.Append(label).Append(": ").Append(url).Append("\n\n");
        return this;
    }

    /// <summary>Names and what they are: when, where, how much.</summary>
    public LetterPage Facts(params IEnumerable<(string Name, string Value)> facts)
    {
        _html.Append("<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" style=\"margin:0 0 24px\">");
        foreach (var (name, value) in facts)
        {
            _html.Append(CultureInfo.InvariantCulture, $"<tr><td style=\"padding:4px 16px 4px 0;color:{Muted};vertical-align:top;white-space:nowrap\">{Encoded(name)}</td><td style=\"padding:4px 0;font-weight:bold\">{Encoded(value)}</td></tr>");
            _text.Append(name).Append(": ").Append(value).Append('\n');
        }

        _html.Append("</table>");
        _text.Append('\n');
        return this;
    }

    /// <summary>One of several things to open: its name, what is worth knowing about it, and the way there.</summary>
    public LetterPage Entry(string title, string about, string label, string url)
    {
        _html.Append(CultureInfo.InvariantCulture, $"<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" style=\"margin:0 0 16px;border:1px solid #e4e0ec;border-radius:12px\"><tr><td style=\"padding:20px\">"
            + $"<div style=\"font-size:19px;font-weight:bold\">{Encoded(title)}</div><div style=\"margin:4px 0 12px;color:{Muted}\">{Encoded(about)}</div>"
            + $"<a href=\"{Encoded(url)}\" style=\"color:{Accent};font-weight:bold\">{Encoded(label)}</a></td></tr></table>");
        _text.Append(title).Append('\n').Append(about).Append('\n').Append(label).Append(": ").Append(url).Append("\n\n");
        return this;
    }

    /// <summary>
    /// A ticket with its code as a picture that lies in the mail itself, so that it is there without a signal. The code stands beside the words, and
    /// below them on a phone: without a media query, which not every mail program reads.
    /// </summary>
    public LetterPage Ticket(string type, string holder, string number, string contentId)
    {
        _html.Append("<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" style=\"margin:0 0 16px;border:1px solid #e4e0ec;border-radius:12px;background:#ffffff\"><tr>"
            + $"<td style=\"padding:12px;color:{Ink}\"><div style=\"display:inline-block;box-sizing:border-box;width:100%;max-width:300px;padding:8px;vertical-align:top\"><div style=\"font-size:19px;font-weight:bold\">{Encoded(type)}</div><div style=\"color:{Muted}\">{Encoded(holder)}</div>"
            + $"<div style=\"margin-top:12px;font-family:monospace\">{Encoded(number)}</div></div>"
            + $"<img src=\"cid:{contentId}\" width=\"160\" height=\"160\" alt=\"Code of ticket {Encoded(number)}\" style=\"display:inline-block;vertical-align:top\"></td></tr></table>");
        _text.AppendJoin(", ", new[] { type, holder, number }.Where(part => part.Length > 0)).Append('\n');
        return this;
    }

    public string Html() =>
        $"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>{Encoded(heading)}</title></head>
        <body style="margin:0;padding:0;background:#f6f5f9;color:{Ink};overflow-wrap:anywhere;font:16px/1.55 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 12px">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border-radius:16px"><tr><td style="padding:32px 28px 12px">
        <p style="margin:0 0 24px;font-weight:bold;color:{Accent}">{Encoded(Sender ?? Installation)}</p>
        <h1 style="margin:0 0 16px;font-size:28px;line-height:1.15;letter-spacing:-.02em">{Encoded(heading)}</h1>
        {_html}
        </td></tr></table>
        <p style="margin:16px 0 0;font-size:13px;color:{Muted}">Sent by {Encoded(Sender is null ? Installation : $"{Installation} for {Sender}")}.</p>
        </td></tr></table></body></html>
        """;

    public string Text() => _text.Append("-- \n").Append(Sender is null ? Installation : $"{Sender} with {Installation}").Append('\n').ToString();

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
