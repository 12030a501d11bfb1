using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;

namespace TicketWeb.Tests.Support;

/// <summary>What holds for every page.</summary>
public static class PageChecks
{
    private static readonly AxeRunOptions Everything = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    /// <summary>Nothing stands in the way of anyone: axe finds nothing to complain about.</summary>
    public static async Task ShouldBeAccessibleAsync(this IPage page)
    {
        var result = await page.RunAxe(Everything);
        result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {v.Help} at {n.Target} in {n.Html}")).ShouldBeEmpty($"axe on {page.Url}");
    }

    /// <summary>Nothing is cut off or needs scrolling sideways.</summary>
    public static async Task ShouldFitItsWidthAsync(this IPage page) =>
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, page.Url);

    /// <summary>Keeps a picture for people to look at, where TICKETWEB_SCREENSHOTS names a folder.</summary>
    public static async Task PictureAsync(this IPage page, string name, bool wholePage = true)
    {
        if (Environment.GetEnvironmentVariable("TICKETWEB_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = wholePage });
    }
}
