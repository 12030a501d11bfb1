using System.Security.Cryptography;

namespace TicketWeb.Platform.Outbox;

/// <summary>
/// Version-7 UUIDs that ascend strictly: two facts of one transaction fall into the same millisecond, within which ordinary ones have a
/// random order. The twelve bits after the milliseconds are their fraction here (RFC 9562, section 6.2, method 3), pushed on by one where
/// the clock has not moved.
/// </summary>
internal sealed class AscendingIds
{
    private const int FractionBits = 12;
    private long _last;

    public Guid Next(DateTimeOffset now)
    {
        var stamp = Advance(Stamp(now));
        Span<byte> id = stackalloc byte[16];
        RandomNumberGenerator.Fill(id);
        for (var i = 0; i < 6; i++)
            id[i] = (byte)(stamp >> (FractionBits + 40 - (8 * i)));
        id[6] = (byte)(0x70 | ((stamp >> 8) & 0x0F));
        id[7] = (byte)stamp;
        id[8] = (byte)(0x80 | (id[8] & 0x3F));
        return new Guid(id, bigEndian: true);
    }

    private long Advance(long stamp)
    {
        while (true)
        {
            var last = Interlocked.Read(ref _last);
            var next = Math.Max(stamp, last + 1);
            if (Interlocked.CompareExchange(ref _last, next, last) == last)
                return next;
        }
    }

    /// <summary>Milliseconds since 1970 with 4,096 steps in each.</summary>
    private static long Stamp(DateTimeOffset now)
    {
        var (milliseconds, ticks) = Math.DivRem((now - DateTimeOffset.UnixEpoch).Ticks, TimeSpan.TicksPerMillisecond);
        return (milliseconds << FractionBits) + ((ticks << FractionBits) / TimeSpan.TicksPerMillisecond);
    }
}
