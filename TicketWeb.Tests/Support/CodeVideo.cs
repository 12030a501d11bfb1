using System.Globalization;
using System.Text;
using QRCoder;

namespace TicketWeb.Tests.Support;

/// <summary>
/// A film for Chromium's pretended camera: each code is held up for a while, then there is nothing to see. YUV4MPEG2 is a line of text and,
/// per frame, another line and the raw planes; grey needs no colour.
/// </summary>
internal static class CodeVideo
{
    private const int Width = 640;
    private const int Height = 480;
    private const int FramesPerSecond = 5;
    private const int FramesPerCode = 8;
    private const int FramesBetween = 5;
    private const byte White = 235;
    private const byte Black = 16;
    private const byte NoColor = 128;

    /// <summary>Writes the film to a file that the caller deletes. It plays round and round.</summary>
    public static string Write(params IReadOnlyList<string> codes)
    {
        var path = Path.Combine(Path.GetTempPath(), $"codes-{Guid.NewGuid():N}.y4m");
        using var file = File.Create(path);
        file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"YUV4MPEG2 W{Width} H{Height} F{FramesPerSecond}:1 Ip A1:1 C420jpeg\n")));
        var empty = Frame(null);
        foreach (var frame in codes.Select(c => Frame(c)))
        {
            Repeat(file, frame, FramesPerCode);
            Repeat(file, empty, FramesBetween);
        }

        return path;
    }

    private static void Repeat(FileStream file, byte[] frame, int times)
    {
        for (var i = 0; i < times; i++)
        {
            file.Write("FRAME\n"u8);
            file.Write(frame);
        }
    }

    private static byte[] Frame(string? code)
    {
        var frame = new byte[Width * Height * 3 / 2];
        frame.AsSpan(0, Width * Height).Fill(White);
        frame.AsSpan(Width * Height).Fill(NoColor);
        if (code is null)
            return frame;

        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(code, QRCodeGenerator.ECCLevel.M);
        var modules = data.ModuleMatrix;
        var scale = (Height - 40) / modules.Count;
        var (left, top) = ((Width - (modules.Count * scale)) / 2, (Height - (modules.Count * scale)) / 2);
        for (var y = 0; y < modules.Count * scale; y++)
        {
            for (var x = 0; x < modules.Count * scale; x++)
            {
                if (modules[y / scale][x / scale])
                    frame[((top + y) * Width) + left + x] = Black;
            }
        }

        return frame;
    }
}
