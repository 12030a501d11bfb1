using System.Buffers.Text;
using System.Net;
using System.Text;

namespace TicketWeb.Bench;

/// <summary>What a buyer's browser posts. The bytes are made beforehand, but for the order's own secret and id.</summary>
internal sealed class BuyerForms
{
    private const int KeyLength = 32;
    private const int IdLength = 36;
    private static readonly string Key = new('k', KeyLength);
    private static readonly string Id = new('i', IdLength);

    private readonly byte[] _reserve;
    private readonly byte[] _pay;
    private readonly byte[] _key = new byte[KeyLength];

    public BuyerForms(IPEndPoint server, OnSale of, int tickets)
    {
        _reserve = Post(server, $"/e/{of.Slug}/checkout", $"count-{of.Type.Value}={tickets}&key={Key}");
        _pay = Post(server, $"/checkout/{Id}/pay", $"secret={Key}&email=bea%40buyers.example&name=Bea+Buyer&card=4242424242424242");
    }

    /// <summary>The choice of tickets, for a new order.</summary>
    public ReadOnlyMemory<byte> Reserve()
    {
        Utf8Formatter.TryFormat(Guid.NewGuid(), _key, out _, 'N');
        _key.CopyTo(_reserve.AsSpan()[^KeyLength..]);
        return _reserve;
    }

    /// <summary>The payment for the order that was reserved last.</summary>
    /// <param name="checkout">Where the answer pointed: "/checkout/" and the order's id.</param>
    public ReadOnlyMemory<byte> Pay(ReadOnlySpan<byte> checkout)
    {
        checkout[^IdLength..].CopyTo(_pay.AsSpan("POST /checkout/".Length));
        _key.CopyTo(_pay.AsSpan(_pay.AsSpan().IndexOf("secret="u8) + "secret=".Length));
        return _pay;
    }

    private static byte[] Post(IPEndPoint server, string path, string form) => Encoding.ASCII.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: {server}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {form.Length}\r\n\r\n{form}");
}
