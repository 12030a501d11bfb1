using Shouldly;
using TicketWeb.Platform.Outbox;
using Xunit;

namespace TicketWeb.Tests.Platform.Outbox;

public sealed class AscendingIdsTests
{
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 12, 0, 0, 123, 456, TimeSpan.Zero);

    [Fact]
    public void Ids_of_one_instant_ascend_and_differ()
    {
        var ids = new AscendingIds();

        var made = Enumerable.Range(0, 10_000).Select(_ => ids.Next(Now)).ToList();

        made.ShouldBe(made.Order());
        made.ShouldBeUnique();
    }

    [Fact]
    public void A_clock_that_is_set_back_changes_no_order()
    {
        var ids = new AscendingIds();

        ids.Next(Now).CompareTo(ids.Next(Now - TimeSpan.FromHours(1))).ShouldBeLessThan(0);
    }

    [Fact]
    public void They_are_version_seven_and_tell_their_millisecond()
    {
        var id = new AscendingIds().Next(Now);

        (id.Version, id.Variant >> 2).ShouldBe((7, 2));
        Convert.ToInt64(id.ToString("N")[..12], 16).ShouldBe(Now.ToUnixTimeMilliseconds());
    }
}
