using System.Globalization;
using System.Runtime.InteropServices;
using TicketWeb.Platform.Processes;

namespace TicketWeb.Platform.Files;

/// <summary>
/// Draws a picture anew with libvips, in a process of its own (<see cref="RedrawCommand"/>) which may use only so much time and memory. The
/// new picture is upright, in sRGB, and has nothing of what the camera wrote into the old one, such as where it was taken.
/// </summary>
internal static class PictureShrinker
{
    private const int MostSeconds = 20;
    private const int MostKilobytes = 2 * 1024 * 1024;

    /// <summary>The shell sets the limits and then becomes the program. The runtime sets aside no more than it needs.</summary>
    private const string Limits = """
        ulimit -t "$1" 2>/dev/null; ulimit -v "$2" 2>/dev/null; shift 2
        DOTNET_GCHeapHardLimit=0x4000000 exec "$@"
        """;

    private static readonly string App = Path.Combine(AppContext.BaseDirectory, "TicketWeb.dll");

    /// <summary>The program that runs this process too; its runtime is three folders below it.</summary>
    private static readonly string Dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    /// <summary>
    /// The picture as WebP, at most so many pixels wide; null when it cannot be read or does not come to an end. Throws
    /// <see cref="PlatformNotSupportedException"/> where there is no libvips for this kind of machine.
    /// </summary>
    public static async Task<byte[]?> ShrinkAsync(byte[] bytes, PictureHeader header, int mostWidth, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("ticketweb-picture-");
        try
        {
            var (before, after) = (Path.Combine(folder.FullName, "before"), Path.Combine(folder.FullName, "after.webp"));
            await File.WriteAllBytesAsync(before, bytes.AsMemory(0, header.Length), cancel);
            using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            late.CancelAfter(TimeSpan.FromSeconds(MostSeconds));
            string[] redraw = [App, RedrawCommand.Name, before, after, mostWidth.ToString(CultureInfo.InvariantCulture)];
            var result = OperatingSystem.IsWindows()
                ? await Command.RunAsync(Dotnet, redraw, late.Token)
                : await Command.RunAsync("/bin/sh", ["-c", Limits, "sh", $"{MostSeconds}", $"{MostKilobytes}", Dotnet, .. redraw], late.Token);
            if (result.ExitCode == RedrawCommand.NoLibrary)
                throw new PlatformNotSupportedException(result.Output);
            return result.Succeeded && File.Exists(after) ? await File.ReadAllBytesAsync(after, cancel) : null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
