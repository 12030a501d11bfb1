using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace TicketWeb.Components.Design;

/// <summary>
/// What organizers write, as HTML that can do no harm: no markup of their own, no pictures from elsewhere, links only to
/// the web and to mail. Their headings stand below the page's own.
/// </summary>
public static class SafeMarkdown
{
    private const int Highest = 3, Lowest = 4;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().UseEmphasisExtras().Build();

    public static MarkupString ToHtml(string? text)
    {
        var document = Markdown.Parse(text ?? "", Pipeline);
        var headings = document.Descendants<HeadingBlock>().ToList();
        var highest = headings.Select(heading => heading.Level).DefaultIfEmpty().Min();
        foreach (var heading in headings)
            heading.Level = Math.Min(Lowest, heading.Level - highest + Highest);
        foreach (var link in document.Descendants<LinkInline>().ToList())
            Tame(link);
        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsPublic(link.Url)).ToList())
            link.ReplaceBy(new LiteralInline(link.Url));
        return new MarkupString(document.ToHtml(Pipeline));
    }

    private static void Tame(LinkInline link)
    {
        if (link.IsImage || !IsPublic(link.GetDynamicUrl?.Invoke() ?? link.Url))
            link.ReplaceBy(new LiteralInline(string.Concat(link.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()))));
        else
            link.GetAttributes().AddProperty("rel", "nofollow ugc noopener");
    }

    private static bool IsPublic(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme is "https" or "http" or "mailto");
}
