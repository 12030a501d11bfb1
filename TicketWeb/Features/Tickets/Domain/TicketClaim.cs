using System.Buffers.Binary;

namespace TicketWeb.Features.Tickets.Domain;

/// <summary>What a ticket's code says about itself, before anyone asks the database.</summary>
/// <param name="Key">Which of the issuer's keys signed it.</param>
/// <param name="Event">The event's short id, see <see cref="ShortEvent"/>.</param>
/// <param name="Ticket">The ticket's id.</param>
/// <param name="Version">Raised by a transfer, resale, refund or re-issue: an older number is an old screenshot.</param>
/// <param name="Flags">Kept for later; 0 today.</param>
public readonly record struct TicketClaim(byte Key, ulong Event, Guid Ticket, ushort Version, byte Flags)
{
    /// <summary>Bytes of a claim: 1 + 8 + 16 + 2 + 1, all big-endian.</summary>
    public const int Length = 28;

    /// <summary>Eight bytes are enough to tell one event from another: the last ones, because a version-7 id starts with its time.</summary>
    public static ulong ShortEvent(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
    }

    internal static TicketClaim Read(ReadOnlySpan<byte> bytes) => new(
        bytes[0],
        BinaryPrimitives.ReadUInt64BigEndian(bytes[1..]),
        new Guid(bytes[9..25], bigEndian: true),
        BinaryPrimitives.ReadUInt16BigEndian(bytes[25..]),
        bytes[27]);

    internal void Write(Span<byte> bytes)
    {
        bytes[0] = Key;
        BinaryPrimitives.WriteUInt64BigEndian(bytes[1..], Event);
        Ticket.TryWriteBytes(bytes[9..], bigEndian: true, out _);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[25..], Version);
        bytes[27] = Flags;
    }
}
