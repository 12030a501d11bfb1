using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using TicketWeb.Kernel;
using Xunit;

namespace TicketWeb.Tests.Kernel;

public sealed class SharesTests
{
    [Fact]
    public void Parts_sum_to_the_whole_and_are_off_by_less_than_one_unit() => Check.One(
        Config.QuickThrowOnFailure.WithQuietOnSuccess(true),
        Prop.ForAll(
            Gen.Choose(-100_000, 100_000).ToArbitrary(),
            Gen.NonEmptyListOf(Gen.Choose(0, 1_000)).Where(w => w.Sum() > 0).ToArbitrary(),
            (whole, weights) =>
            {
                var shares = Shares.Of(whole, [.. weights.Select(w => (long)w)]);
                return shares.Sum() == whole && shares.Zip(weights).All(s => Math.Abs(s.First - ((decimal)whole * s.Second / weights.Sum())) < 1);
            }));

    [Fact]
    public void What_does_not_divide_goes_to_the_largest_remainders() => Shares.Of(10, [1, 1, 1, 4]).ShouldBe([2, 1, 1, 6]);

    [Fact]
    public void Even_parts_differ_by_one_unit_at_most() => Shares.Evenly(11, 4).ShouldBe([3, 3, 3, 2]);

    [Fact]
    public void Even_parts_are_whole_steps_and_what_is_none_is_the_first_parts() =>
        (string.Join(' ', Shares.Evenly(110, 4, 10)), string.Join(' ', Shares.Evenly(113, 4, 10))).ShouldBe(("30 30 30 20", "33 30 30 20"));

    [Fact]
    public void The_largest_amounts_split_without_overflow() => Shares.Of(long.MaxValue, [long.MaxValue, long.MaxValue]).Sum().ShouldBe(long.MaxValue);

    [Fact]
    public void Something_cannot_be_split_among_nobody() => Should.Throw<ArgumentException>(() => Shares.Of(1, [0, 0]));
}
