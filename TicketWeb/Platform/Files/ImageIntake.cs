using TicketWeb.Kernel;

namespace TicketWeb.Platform.Files;

/// <summary>Takes pictures that people upload, and lets through only what is safe to show to others.</summary>
public sealed partial class ImageIntake(ILogger<ImageIntake> logger)
{
    private const int MostMegabytes = 8;
    private const int MostMegapixels = 40;
    private const int MostWidth = 1600;

    /// <summary>Beginnings of files that have no business behind the end of a picture; they are how one file is made to pass for two.</summary>
    private static readonly byte[][] Stowaways = [.. ((string[])["PK\u0003\u0004", "%PDF", "<html", "<script", "<!DOCTYPE", "<svg", "<?php", "<?xml"]).Select(System.Text.Encoding.ASCII.GetBytes)];

    /// <summary>
    /// Reads a picture and draws it anew as WebP, at most 1600 pixels wide. Refused with <see cref="FileTooLarge"/>,
    /// <see cref="NotAPicture"/> or <see cref="PictureTooBig"/>.
    /// </summary>
    public async Task<Outcome<IntakenImage>> TakeAsync(Stream upload, CancellationToken cancel)
    {
        if (await ReadAsync(upload, cancel) is not { } bytes)
            return new FileTooLarge(MostMegabytes);
        if (PictureHeader.Read(bytes) is not { } header || HasStowaway(bytes.AsSpan(header.Length)))
            return new NotAPicture();
        if (header.Pixels > MostMegapixels * 1_000_000L)
            return new PictureTooBig(MostMegapixels);

        var drawn = await PictureShrinker.ShrinkAsync(bytes, header, MostWidth, cancel);
        if (drawn is null || PictureHeader.Read(drawn) is not { } now)
        {
            LogUnreadable(header.Format, header.Width, header.Height);
            return new NotAPicture();
        }

        return new IntakenImage(drawn, now.ContentType, now.Width, now.Height);
    }

    /// <summary>All bytes, or null as soon as there are too many: what an upload says about its length is not believed.</summary>
    private static async Task<byte[]?> ReadAsync(Stream upload, CancellationToken cancel)
    {
        const int most = MostMegabytes * 1024 * 1024;
        using var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await upload.ReadAsync(buffer, cancel) is var read and > 0)
        {
            if (kept.Length + read > most)
                return null;
            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    /// <summary>Phones put more pictures behind the first, which is fine and is cut off; pages, programs and archives are not.</summary>
    private static bool HasStowaway(ReadOnlySpan<byte> rest)
    {
        foreach (var beginning in Stowaways)
        {
            if (rest.IndexOf(beginning) >= 0)
                return true;
        }

        return false;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "An uploaded {Format} picture of {Width} × {Height} could not be drawn anew")]
    private partial void LogUnreadable(PictureFormat format, int width, int height);
}
