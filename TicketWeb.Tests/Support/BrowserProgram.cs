using TicketWeb.Platform.Processes;
using Xunit;

namespace TicketWeb.Tests.Support;

/// <summary>
/// Finds the browser that stories run in: Chromium's headless shell, which without a window's worth of work shows the same pages for less, else an
/// installed Chromium, Chrome or Edge, else one that is installed now.
/// </summary>
internal static class BrowserProgram
{
    private const string Shell = "chromium-headless-shell";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome", "msedge"];

    private static readonly string[] Places =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private static readonly SemaphoreSlim One = new(1);

    /// <returns>The path of the program; null stands for Playwright's own, which it finds by itself.</returns>
    public static async Task<string?> FindOrInstallAsync()
    {
        await One.WaitAsync();
        try
        {
            return Find() ?? await InstallAsync();
        }
        finally
        {
            One.Release();
        }
    }

    private static async Task<string?> InstallAsync()
    {
        TestContext.Current.SendDiagnosticMessage("No Chromium, Chrome or Edge is installed here; installing one for the stories.");
        if (Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0)
            return null;
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Command.Find("apt-get") is not null)
        {
            await Command.RunAsync("apt-get", ["update", "-q"], CancellationToken.None);
            await Command.RunAsync("apt-get", ["install", "-y", "-q", "--no-install-recommends", Shell], CancellationToken.None);
        }

        return Find() ?? throw new InvalidOperationException("The stories need Chromium, Chrome or Edge, and none could be installed. Install one, or run the other tests with --filter-not-namespace \"TicketWeb.Tests.Stories*\".");
    }

    private static string? Find() =>
        Command.Find(Shell) ?? Names.Select(Command.Find).FirstOrDefault(p => p is not null) ?? Places.FirstOrDefault(File.Exists);
}
