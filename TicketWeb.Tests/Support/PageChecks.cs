using Microsoft.Playwright;
using Shouldly;

namespace TicketWeb.Tests.Support;

/// <summary>What holds for every page.</summary>
public static class PageChecks
{
    private const string Load = """
        async path => {
            if (window.axe)
                return;
            const script = document.createElement("script");
            script.src = path;
            await new Promise((loaded, failed) => {
                script.onload = loaded;
                script.onerror = () => failed(new Error(`${location} does not serve ${path}`));
                document.head.append(script);
            });
            script.remove();
        }
        """;

    private const string Violations = """
        async () => {
            // What is still fading in has not its own colours yet.
            const fading = document.getAnimations().filter(a => a.effect.getComputedTiming().endTime !== Infinity);
            await Promise.allSettled(fading.map(a => a.finished));
            const { violations } = await axe.run(document, {
                runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
                resultTypes: ["violations"],
                // None of these rules reads style sheets, which axe would fetch and parse anew each time.
                preload: false,
            });
            return violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help} at ${node.target.join(" ")} in ${node.html}`));
        }
        """;

    private static readonly string? PictureFolder = Environment.GetEnvironmentVariable("TICKETWEB_SCREENSHOTS");

    /// <summary>True where TICKETWEB_SCREENSHOTS names a folder.</summary>
    public static bool TakesPictures => !string.IsNullOrEmpty(PictureFolder);

    /// <summary>Nothing stands in the way of anyone: axe finds nothing to complain about, in the page and in its frames.</summary>
    public static async Task ShouldBeAccessibleAsync(this IPage page)
    {
        // When a circuit takes a page over, the title that the server wrote goes a moment before its own comes.
        await Assertions.Expect(page.Locator("#dashboard:not([data-ready])")).ToHaveCountAsync(0);
        await Assertions.Expect(page).Not.ToHaveTitleAsync("");
        foreach (var frame in page.Frames)
            await frame.EvaluateAsync(Load, AxeScript.Path);
        (await page.EvaluateAsync<string[]>(Violations)).ShouldBeEmpty($"axe on {page.Url}");
    }

    /// <summary>Nothing is cut off or needs scrolling sideways.</summary>
    public static async Task ShouldFitItsWidthAsync(this IPage page) =>
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, page.Url);

    /// <summary>Both of these on a small phone in the light and on a laptop in the dark; a tablet lies between them and only has to fit. Pictures are for people. The page is left as a laptop shows it, in the light.</summary>
    public static async Task ShouldBeFineEverywhereAsync(this IPage page, string picture)
    {
        await LookAsync(360, ColorScheme.Light);
        await page.SetViewportSizeAsync(768, 800);
        await page.ShouldFitItsWidthAsync();
        await LookAsync(1280, ColorScheme.Dark);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });

        async Task LookAsync(int width, ColorScheme colors)
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = colors });
            await page.ShouldFitItsWidthAsync();
            await page.ShouldBeAccessibleAsync();
            await page.PictureAsync($"{picture}-{colors}");
        }
    }

    /// <summary>Keeps pictures of a phone's width and a laptop's for people to look at, where <see cref="TakesPictures"/>.</summary>
    /// <param name="name">Becomes name-360.png and name-1280.png.</param>
    public static async Task PictureAsync(this IPage page, string name, bool wholePage = true)
    {
        if (!TakesPictures)
            return;
        var before = page.ViewportSize!;
        foreach (var width in new[] { 1280, 360 })
        {
            await page.SetViewportSizeAsync(width, 740);
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(PictureFolder!, $"{name}-{width}.png"), FullPage = wholePage });
        }

        await page.SetViewportSizeAsync(before.Width, before.Height);
    }
}
