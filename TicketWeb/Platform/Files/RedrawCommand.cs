using System.Globalization;
using System.Runtime.InteropServices;
using NetVips;

namespace TicketWeb.Platform.Files;

/// <summary>
/// <c>dotnet TicketWeb.dll redraw-picture from to width</c>: draws a picture anew as WebP, at most so many pixels wide, and ends. Only
/// <see cref="PictureShrinker"/> runs it: what breaks a decoder breaks this process, and none that sells.
/// </summary>
public static class RedrawCommand
{
    public const string Name = "redraw-picture";

    public const int NoLibrary = 2;

    private const int Drawn = 0;
    private const int Unreadable = 1;
    private const int Quality = 82;

    /// <summary>The most that libvips takes for a side: only the width decides.</summary>
    private const int AnyHeight = 100_000_000;

    /// <returns>The exit code: 0 when the picture is drawn, 1 when the old one cannot be read, 2 when there is no libvips for this machine.</returns>
    public static int Run(string[] arguments)
    {
        if (!ModuleInitializer.VipsInitialized)
        {
            Console.Error.WriteLine($"libvips does not load on {RuntimeInformation.RuntimeIdentifier}: {ModuleInitializer.Exception?.Message}");
            return NoLibrary;
        }

        var (from, to, width) = (arguments[0], arguments[1], int.Parse(arguments[2], CultureInfo.InvariantCulture));
        // Loaders that are not hardened against bad files stay shut.
        NetVips.NetVips.BlockUntrusted = true;
        NetVips.NetVips.Concurrency = 1;
        try
        {
            using var picture = Image.Thumbnail(from, width, height: AnyHeight, size: Enums.Size.Down, outputProfile: "srgb");
            picture.Webpsave(to, q: Quality, keep: Enums.ForeignKeep.None);
            return Drawn;
        }
        catch (VipsException e)
        {
            Console.Error.WriteLine(e.Message);
            return Unreadable;
        }
    }
}
