using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using TicketWeb.Features.WaitingRoom.Domain;
using Xunit;

namespace TicketWeb.Tests.Features.WaitingRoom;

public sealed class DrawTests
{
    private const int Draws = 2_400;

    [Fact]
    public void Everybody_gets_a_place_and_no_place_is_given_twice() => Check.One(
        Config.QuickThrowOnFailure.WithQuietOnSuccess(true),
        Prop.ForAll(
            (from count in Gen.OneOf(Gen.Choose(1, 40), Gen.Choose(1, 800))
             from seed in Gen.ArrayOf(Gen.Choose(0, 255).Select(b => (byte)b), 32)
             select (Count: count, Seed: seed)).ToArbitrary(),
            c => Shuffled(new Draw(c.Seed, c.Count).PlaceOf, c.Count).Order().SequenceEqual(Enumerable.Range(0, c.Count))));

    [Fact]
    public void It_is_so_for_a_stadium_too()
    {
        const int count = 50_021;

        Shuffled(new Draw(Seed(7), count).PlaceOf, count).Distinct().Count().ShouldBe(count);
    }

    [Fact]
    public void The_same_seed_gives_the_same_places_on_every_node_and_another_seed_others()
    {
        Shuffled(new Draw(Seed(1), 500).PlaceOf, 500).ShouldBe(Shuffled(new Draw(Seed(1), 500).PlaceOf, 500));
        Shuffled(new Draw(Seed(1), 500).PlaceOf, 500).ShouldNotBe(Shuffled(new Draw(Seed(2), 500).PlaceOf, 500));
    }

    /// <summary>2,400 draws of each size, always the same ones: every order of four comes up about 100 times.</summary>
    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 6)]
    [InlineData(4, 24)]
    public void Every_order_of_a_few_is_as_likely_as_any_other(int count, int orders) =>
        Unevenness(seed => string.Join(' ', Shuffled(new Draw(seed, count).PlaceOf, count)), orders).ShouldBeLessThan(MostByChance(orders));

    [Theory]
    [InlineData(5)]
    [InlineData(50)]
    [InlineData(1_000)]
    public void Coming_first_is_no_better_than_coming_last(int count)
    {
        foreach (var number in new[] { 0, 1, count / 2, count - 1 })
            Unevenness(seed => $"{new Draw(seed, count).PlaceOf(number) * 5 / count}", 5).ShouldBeLessThan(MostByChance(5), $"number {number}");
    }

    [Fact]
    public void A_draw_that_only_cuts_the_deck_would_be_noticed() =>
        Unevenness(seed => string.Join(' ', Shuffled(number => (number + seed[0]) % 4, 4)), 24).ShouldBeGreaterThan(MostByChance(24));

    private static IEnumerable<int> Shuffled(Func<int, int> draw, int count) => Enumerable.Range(0, count).Select(draw);

    /// <summary>Pearson's chi-square of what came up over what should have.</summary>
    private static double Unevenness(Func<byte[], string> draw, int outcomes)
    {
        var counts = Enumerable.Range(0, Draws).GroupBy(i => draw(Seed(i))).Select(g => g.Count()).ToList();
        var expected = Draws / (double)outcomes;
        return counts.Sum(c => (c - expected) * (c - expected) / expected) + ((outcomes - counts.Count) * expected);
    }

    /// <summary>Its mean and five standard deviations: with fixed seeds it passes always or never.</summary>
    private static double MostByChance(int outcomes) => outcomes - 1 + (5 * Math.Sqrt(2 * (outcomes - 1)));

    private static byte[] Seed(int number)
    {
        var seed = new byte[32];
        BinaryPrimitives.WriteInt32LittleEndian(seed, number);
        return seed;
    }
}
