using Shouldly;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Settlements;
using TicketWeb.Features.Settlements.Domain;
using TicketWeb.Kernel;
using Xunit;

namespace TicketWeb.Tests.Features.Settlements;

/// <summary>The rules of the book, without a database.</summary>
public sealed class PostingTests
{
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Whatever_happens_all_accounts_together_are_zero_and_each_holds_what_is_reckoned_another_way()
    {
        var kinds = new HashSet<EntryKind>();
        foreach (var seed in Enumerable.Range(0, 1_000))
        {
            var history = AHistory.From(seed);

            history.Book.ShouldAllBe(e => e.Moved.Sum == 0, $"history {seed}");
            history.Booked.ShouldBe(history.Reckoned, $"history {seed}");
            kinds.UnionWith(history.Book.Select(e => e.Kind));
        }

        kinds.ShouldBe(Enum.GetValues<EntryKind>(), ignoreOrder: true);
    }

    [Theory]
    [InlineData("12.50", 12_50)]
    [InlineData("-12.50", -12_50)]
    public void An_adjustment_moves_between_the_organizer_and_the_platform(string typed, long minor)
    {
        var entry = Adjust(typed, "Posters that we paid for.").Value;

        entry.Moved.ShouldBe(new Balances(0, 0, minor, -minor, 0, 0));
    }

    [Theory]
    [InlineData("", "Posters.", "amount")]
    [InlineData("0", "Posters.", "amount")]
    [InlineData("1.234", "Posters.", "amount")]
    [InlineData("much", "Posters.", "amount")]
    [InlineData("12.50", " ", "reason")]
    public void An_adjustment_needs_an_amount_and_a_reason(string amount, string reason, string field) =>
        Adjust(amount, reason).Refusal.ShouldBeOfType<InvalidInput>().Errors.ShouldHaveSingleItem().Field.ShouldBe(field);

    private static Outcome<Entry> Adjust(string amount, string reason) =>
        Posting.Adjust(Id.New<OrganizationId>(), Currency.Of("GBP"), new AdjustmentInput(amount, reason, Guid.NewGuid()), Guid.NewGuid(), Now);
}
