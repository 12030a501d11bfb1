using TicketWeb.Platform.Processes;

namespace TicketWeb.Platform.Files;

/// <summary>
/// Draws a picture anew with vips, in a process of its own: what breaks a decoder breaks that process, which may use only so much time and
/// memory. The new picture is upright, in sRGB, and has nothing of what the camera wrote into the old one, such as where it was taken.
/// </summary>
internal static class PictureShrinker
{
    private const string Program = "vipsthumbnail";
    private const int MostSeconds = 20;
    private const int MostKilobytes = 2 * 1024 * 1024;

    /// <summary>The shell sets the limits and then becomes the program. Loaders that are not hardened against bad files stay shut.</summary>
    private const string Script = """
        ulimit -t "$1" 2>/dev/null; ulimit -v "$2" 2>/dev/null; shift 2
        VIPS_BLOCK_UNTRUSTED=1 VIPS_CONCURRENCY=1 exec "$@"
        """;

    /// <summary>True where vips is installed.</summary>
    public static bool IsHere { get; } = !OperatingSystem.IsWindows() && Command.Find(Program) is not null;

    /// <summary>The picture as WebP, at most so many pixels wide; null when vips cannot read it or does not come to an end.</summary>
    public static async Task<byte[]?> ShrinkAsync(byte[] bytes, PictureHeader header, int mostWidth, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("ticketweb-picture-");
        try
        {
            var (before, after) = (Path.Combine(folder.FullName, "before"), Path.Combine(folder.FullName, "after.webp"));
            await File.WriteAllBytesAsync(before, bytes.AsMemory(0, header.Length), cancel);
            using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            late.CancelAfter(TimeSpan.FromSeconds(MostSeconds));
            var result = await Command.RunAsync(
                "/bin/sh",
                ["-c", Script, "sh", $"{MostSeconds}", $"{MostKilobytes}", Program, before, "--size", $"{mostWidth}x>", "--export-profile", "srgb", "-o", $"{after}[Q=82,strip]"],
                late.Token);
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
