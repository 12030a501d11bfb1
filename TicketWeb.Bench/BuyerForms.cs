using System.Buffers.Text;
using System.Net;
using System.Text;

namespace TicketWeb.Bench;

/// <summary>What a buyer's browser posts. The bytes are made beforehand, but for the order's own secret and id.</summary>
internal sealed class BuyerForms
{
    private const int KeyLength = 32;
    private const int IdLength = 36;
    private const string AnyCard = "4242424242424242";
    private static readonly string Key = new('k', KeyLength);
    private static readonly string Id = new('i', IdLength);

    private readonly byte[] _reserve;
    private readonly byte[] _pay;
    private readonly byte[] _look;
    private readonly byte[] _key = new byte[KeyLength];

    public BuyerForms(IPEndPoint server, OnSale of, int tickets, string card = AnyCard)
    {
        _reserve = Post(server, $"/e/{of.Slug}/checkout", $"count-{of.Type.Value}={tickets}&key={Key}");
        _pay = Post(server, $"/checkout/{Id}/pay", $"secret={Key}&email=bea%40buyers.example&name=Bea+Buyer&card={card}");
        _look = Encoding.ASCII.GetBytes($"GET /checkout/{Id} HTTP/1.1\r\nHost: {server}\r\nCookie: ticketweb-checkout={Key}\r\n\r\n");
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
    public ReadOnlyMemory<byte> Pay(ReadOnlySpan<byte> checkout) => Fill(_pay, "POST /checkout/"u8, checkout, "secret="u8);

    /// <summary>A look at that order: one that is paid points to its tickets.</summary>
    public ReadOnlyMemory<byte> Look(ReadOnlySpan<byte> checkout) => Fill(_look, "GET /checkout/"u8, checkout, "ticketweb-checkout="u8);

    private byte[] Fill(byte[] request, ReadOnlySpan<byte> beforeId, ReadOnlySpan<byte> checkout, ReadOnlySpan<byte> beforeKey)
    {
        checkout[^IdLength..].CopyTo(request.AsSpan(beforeId.Length));
        _key.CopyTo(request.AsSpan(request.AsSpan().IndexOf(beforeKey) + beforeKey.Length));
        return request;
    }

    private static byte[] Post(IPEndPoint server, string path, string form) => Encoding.ASCII.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: {server}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {form.Length}\r\n\r\n{form}");
}
