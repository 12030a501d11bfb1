using System.Security.Cryptography;
using QRCoder;
using Shouldly;
using TicketWeb.Features.Tickets;
using TicketWeb.Features.Tickets.Domain;
using Xunit;

namespace TicketWeb.Tests.Features.Tickets;

public sealed class TicketCodeTests : IDisposable
{
    private static readonly TicketClaim Claim = new(3, 0x0102030405060708, Guid.Parse("0198a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b"), 513, 0);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private Dictionary<byte, ECDsa> Keys => new() { [Claim.Key] = _key };

    [Fact]
    public void A_signed_claim_reads_back() => TicketCode.Read(TicketCode.Sign(Claim, _key), Keys).Value.ShouldBe(Claim);

    [Fact]
    public void The_layout_is_big_endian_and_fixed()
    {
        var bytes = Base45.Decode(TicketCode.Sign(Claim, _key).AsSpan(4))!;
        bytes.Length.ShouldBe(92);
        Convert.ToHexStringLower(bytes[..28]).ShouldBe("03" + "0102030405060708" + "0198a1b2c3d47e5f8a6b7c8d9e0f1a2b" + "0201" + "00");
    }

    [Fact]
    public void Whichever_bit_is_changed_it_is_forged()
    {
        var bytes = Base45.Decode(TicketCode.Sign(Claim, _key).AsSpan(4))!;
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            TicketCode.Read("TW1:" + Base45.Encode(bytes), Keys).Refusal.ShouldBe(new Forged(), $"bit {bit}");
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData(0xff)]
    public void A_signature_of_one_repeated_byte_is_forged(byte filler)
    {
        var bytes = Base45.Decode(TicketCode.Sign(Claim, _key).AsSpan(4))!;
        bytes.AsSpan(28).Fill(filler);
        TicketCode.Read("TW1:" + Base45.Encode(bytes), Keys).Refusal.ShouldBe(new Forged());
    }

    [Fact]
    public void Another_issuers_signature_is_forged()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        TicketCode.Read(TicketCode.Sign(Claim, other), Keys).Refusal.ShouldBe(new Forged());
    }

    [Fact]
    public void A_key_we_never_had_is_forged() => TicketCode.Read(TicketCode.Sign(Claim with { Key = 9 }, _key), Keys).Refusal.ShouldBe(new Forged());

    [Fact]
    public void Half_a_code_is_not_a_ticket_rather_than_a_forgery()
    {
        var code = TicketCode.Sign(Claim, _key);
        for (var length = 0; length < code.Length; length++)
            TicketCode.Read(code[..length], Keys).Refusal.ShouldBe(new NotATicket(), $"{length} characters");
        TicketCode.Read(code + code, Keys).Refusal.ShouldBe(new NotATicket());
    }

    [Theory]
    [InlineData("")]
    [InlineData("TW1:")]
    [InlineData("tw1:BB8")]
    [InlineData("https://tickets.example/orders/7Q4M-2K")]
    [InlineData("5012345678900")]
    [InlineData("TW1:\0\0\0")]
    [InlineData("TW1:日本語日本語")]
    public void Anything_else_is_not_a_ticket(string text) => TicketCode.Read(text, Keys).Refusal.ShouldBe(new NotATicket());

    [Fact]
    public void An_event_is_told_by_the_random_end_of_its_id() =>
        TicketClaim.ShortEvent(Guid.Parse("0198a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b")).ShouldBe(0x8a6b7c8d9e0f1a2b);

    /// <summary>QRCoder writes alphanumeric mode only if every character is in it: a version-6 result proves that too.</summary>
    [Fact]
    public void A_code_fits_a_QR_code_of_version_6_at_level_M()
    {
        using var qr = QRCodeGenerator.GenerateQrCode(TicketCode.Sign(Claim, _key), QRCodeGenerator.ECCLevel.M);
        qr.Version.ShouldBe(6);
    }

    public void Dispose() => _key.Dispose();
}
