using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Playwright;
using TicketWeb.Tests.Support;
using Xunit;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Browser))]
[assembly: Browser.ClosesWhatATestOpened]

namespace TicketWeb.Tests.Support;

/// <summary>One real browser for the whole run, started when the first story asks for it.</summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--disable-dev-shm-usage", "--disable-software-rasterizer",
        // Compiling scripts beside running them pays where processors idle, and compiling them twice where they run for long.
        "--js-flags=--single-threaded --no-opt --no-maglev",
        // And so does a process for each page: one that has compiled our scripts serves them all.
        "--renderer-process-limit=1",
        // Drawing and the network within the browser's own process: most of what they cost is telling each other.
        "--in-process-gpu", "--enable-features=NetworkServiceInProcess2",
        // No cookie goes to or from a frame on another site: the widget has to sell without. Playwright turns a feature off that this needs; of
        // two lists the last counts, and ours has the others of its list that concern us. RenderDocument begins each page with a surface of its own.
        "--test-third-party-cookie-phaseout",
        "--disable-features=AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,MediaRouter,OptimizationHints,PaintHolding,RenderDocument,Translate",
        // What nobody looks at is drawn at half its size. Pages keep theirs, but for lines, which are a pixel thicker.
        .. PageChecks.TakesPictures ? Array.Empty<string>() : ["--force-device-scale-factor=0.5"],
    ];

    /// <summary>A browser that people use denies frames on another site its storage together with its cookies. The headless shell only keeps it apart.</summary>
    private const string DenyStorageToForeignFrames = """
        if (location.hostname && [...location.ancestorOrigins].some(o => new URL(o).hostname !== location.hostname))
            for (const name of ["localStorage", "sessionStorage", "indexedDB"])
                Object.defineProperty(window, name, { get() { throw new DOMException(`${name} is denied to a frame on another site.`, "SecurityError"); } });
        """;

    /// <summary>In milliseconds, for whatever a story waits for and sets no limit of its own: other tests work the same cores.</summary>
    private const float Patience = 30_000;

    private static readonly ConcurrentDictionary<string, ConcurrentBag<IBrowserContext>> OfTests = new();

    private readonly string[] _more;
    private readonly SemaphoreSlim _one = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Browser()
        : this([])
    {
    }

    private Browser(string[] more) => _more = more;

    /// <summary>A page in a profile of its own: no cookies, no cache of other tests, and nothing kept for a frame on another site.</summary>
    /// <param name="width">In CSS pixels; 390 is a phone.</param>
    public async Task<IPage> OpenAsync(Uri address, int width = 390, int height = 844, ColorScheme colors = ColorScheme.Light)
    {
        var browser = await StartedAsync();
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = colors,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
        });
        context.SetDefaultTimeout(Patience);
        await context.AddInitScriptAsync(DenyStorageToForeignFrames);
        OfTests.GetOrAdd(TestContext.Current.Test!.UniqueID, _ => []).Add(context);
        return await context.NewPageAsync();
    }

    /// <summary>Another browser, whose camera sees a film.</summary>
    /// <param name="film">See <see cref="CodeVideo"/>.</param>
    public static Browser WithCamera(string film) => new(["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", $"--use-file-for-fake-video-capture={film}"]);

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
        _one.Dispose();
    }

    private async Task<IBrowser> StartedAsync()
    {
        await _one.WaitAsync();
        try
        {
            if (_browser is not null)
                return _browser;
            var program = await BrowserProgram.FindOrInstallAsync();
            Assertions.SetDefaultExpectTimeout(Patience);
            _playwright = await Playwright.CreateAsync();
            return _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = [.. Flags, .. _more] });
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>A page that stays open goes on listening and looking, which costs the tests after it.</summary>
    [AttributeUsage(AttributeTargets.Assembly)]
    internal sealed class ClosesWhatATestOpenedAttribute : BeforeAfterTestAttribute
    {
        public override void After(MethodInfo methodUnderTest, IXunitTest test)
        {
            if (OfTests.TryRemove(test.UniqueID, out var contexts))
                // Not waited for: a test may end on the very thread that hears the browser's answers.
                _ = Task.WhenAll(contexts.Select(c => c.CloseAsync()));
        }
    }
}
