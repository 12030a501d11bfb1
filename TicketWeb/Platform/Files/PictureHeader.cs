using System.Buffers.Binary;

namespace TicketWeb.Platform.Files;

/// <summary>What a picture's own bytes say about it; names and content types that come with an upload say nothing.</summary>
/// <param name="Format">Told by its signature.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Length">The bytes that the picture takes; what stands behind them is not part of it.</param>
public sealed record PictureHeader(PictureFormat Format, int Width, int Height, int Length)
{
    public string ContentType => Format == PictureFormat.Jpeg ? "image/jpeg" : Format == PictureFormat.Png ? "image/png" : "image/webp";

    public long Pixels => (long)Width * Height;

    /// <summary>Reads the header and finds the end; null for anything that is not a whole picture of a known format.</summary>
    public static PictureHeader? Read(ReadOnlySpan<byte> bytes)
    {
        var header = bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? ReadJpeg(bytes)
            : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? ReadPng(bytes)
            : bytes.Length > 30 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBPVP8"u8) ? ReadWebP(bytes)
            : null;
        return header is { Width: > 0, Height: > 0 } && header.Length <= bytes.Length ? header : null;
    }

    /// <summary>Chunks of length, name, content and checksum, from IHDR to IEND.</summary>
    private static PictureHeader? ReadPng(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 33 || !bytes[12..].StartsWith("IHDR"u8))
            return null;
        for (long at = 8; at + 12 <= bytes.Length;)
        {
            var next = at + 12 + BinaryPrimitives.ReadUInt32BigEndian(bytes[(int)at..]);
            if (bytes[(int)(at + 4)..].StartsWith("IEND"u8))
                return next <= bytes.Length ? new PictureHeader(PictureFormat.Png, Int32(bytes[16..]), Int32(bytes[20..]), (int)next) : null;
            at = next;
        }

        return null;
    }

    /// <summary>Segments of marker and length; after the one that starts the scan come packed pixels, in which a marker has a zero behind it or a restart number.</summary>
    private static PictureHeader? ReadJpeg(ReadOnlySpan<byte> bytes)
    {
        int width = 0, height = 0;
        for (var at = 2; at + 4 <= bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker == 0xD9)
                return new PictureHeader(PictureFormat.Jpeg, width, height, at + 2);
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2 || at + 2 + length > bytes.Length)
                return null;
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC) && length >= 7)
                (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]));
            at += 2 + length;
            if (marker == 0xDA)
                at = EndOfScan(bytes, at);
            if (at + 2 <= bytes.Length && bytes[at] == 0xFF && bytes[at + 1] == 0xD9)
                return new PictureHeader(PictureFormat.Jpeg, width, height, at + 2);
        }

        return null;
    }

    private static int EndOfScan(ReadOnlySpan<byte> bytes, int at)
    {
        while (at + 1 < bytes.Length && !(bytes[at] == 0xFF && bytes[at + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7))))
            at++;
        return at;
    }

    /// <summary>A RIFF file of one of three kinds: VP8X with the whole canvas, VP8L without loss, VP8 with.</summary>
    private static PictureHeader? ReadWebP(ReadOnlySpan<byte> bytes)
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) + 8L;
        if (length > bytes.Length)
            return null;
        var packed = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
        (int Width, int Height)? size = bytes[15] switch
        {
            (byte)'X' => (1 + UInt24(bytes[24..]), 1 + UInt24(bytes[27..])),
            (byte)'L' when bytes[20] == 0x2F => (1 + (int)(packed & 0x3FFF), 1 + (int)((packed >> 14) & 0x3FFF)),
            (byte)' ' when bytes[23..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]) =>
                (BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFF),
            _ => null,
        };
        return size is { } known ? new PictureHeader(PictureFormat.WebP, known.Width, known.Height, (int)length) : null;
    }

    private static int Int32(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32BigEndian(bytes);

    private static int UInt24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
