using System.Text;
using FsCheck.Fluent;
using Shouldly;
using TicketWeb.Features.Tickets.Domain;
using Xunit;

namespace TicketWeb.Tests.Features.Tickets;

public sealed class Base45Tests
{
    [Theory]
    [InlineData("AB", "BB8")]
    [InlineData("Hello!!", "%69 VD92EX0")]
    [InlineData("base-45", "UJCLQE7W581")]
    [InlineData("ietf!", "QED8WEX0")]
    [InlineData("", "")]
    public void It_agrees_with_the_examples_of_RFC_9285(string plain, string encoded)
    {
        Base45.Encode(Encoding.ASCII.GetBytes(plain)).ShouldBe(encoded);
        Base45.Decode(encoded).ShouldBe(Encoding.ASCII.GetBytes(plain));
    }

    [Theory]
    [InlineData("GGW")] // 65,536: one more than two bytes hold
    [InlineData(":::")]
    [InlineData("V5")]  // 256: one more than a byte holds
    [InlineData("A")]
    [InlineData("BB8B")]
    [InlineData("bb8")]
    [InlineData("BB\n")]
    [InlineData("ÄÖÜ")]
    public void What_is_not_Base45_is_nothing(string text) => Base45.Decode(text).ShouldBeNull();

    [Fact]
    public void Bytes_survive_the_way_there_and_back() =>
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => Base45.Decode(Base45.Encode(bytes))!.SequenceEqual(bytes)));

    [Fact]
    public void No_text_makes_it_throw_and_none_has_two_readings() =>
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Base45.Decode(text ?? "") is not { } bytes || Base45.Encode(bytes) == text));
}
