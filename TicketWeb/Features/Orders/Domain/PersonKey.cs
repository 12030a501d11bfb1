using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>One buyer at one event as a number: what limits for each person are counted by, and what is locked while they are.</summary>
internal static class PersonKey
{
    /// <summary>The first eight bytes of a hash of the event and the address, without regard to case.</summary>
    public static long Of(EventId of, EmailAddress buyer) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{of.Value:N} {buyer.Value.ToLowerInvariant()}")));
}
