using Shouldly;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Kernel;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

public sealed class CompLineTests
{
    [Fact]
    public void A_list_has_a_person_in_each_line_and_lines_may_be_empty()
    {
        var lines = CompLine.Read("Sam Okafor <sam@guests.example>, 2\r\n\r\n  Ines, Countess Roth<INES@guests.example> ,1 ").Value;

        lines.Select(l => (l.Number, l.Name, l.Email.Value, l.Count)).ShouldBe([(1, "Sam Okafor", "sam@guests.example", 2), (3, "Ines, Countess Roth", "INES@guests.example", 1)]);
    }

    [Theory]
    [InlineData("Sam <sam@guests.example>", "Line 1: write it like")]
    [InlineData("<sam@guests.example>, 2", "Line 1: write it like")]
    [InlineData("Sam sam@guests.example, 2", "Line 1: write it like")]
    [InlineData("Sam <sam@guests>, 2", "Line 1: write it like")]
    [InlineData("Sam <sam@guests.example>, 0", "Line 1: write it like")]
    [InlineData("Sam <sam@guests.example>, 99999999999", "Line 1: write it like")]
    [InlineData("Sam <sam@guests.example>, 1\nSame <SAM@guests.example>, 1", "Line 2: SAM@guests.example is in line 1 already.")]
    [InlineData(" \n ", "Write down at least one person.")]
    public void What_is_no_line_is_named(string list, string sentence) =>
        CompLine.Read(list).Refusal.ShouldBeOfType<InvalidInput>().Errors.ShouldHaveSingleItem().Sentence.ShouldStartWith(sentence);

    [Fact]
    public void All_lines_that_are_wrong_are_named_at_once() =>
        CompLine.Read("one\nSam <sam@guests.example>, 1\nthree").Refusal.ShouldBeOfType<InvalidInput>().Errors.Select(e => e.Sentence[..6]).ShouldBe(["Line 1", "Line 3"]);

    [Fact]
    public void The_secret_of_a_line_is_the_same_for_every_sending_of_its_form_and_for_nothing_else()
    {
        var (form, line) = (Guid.NewGuid(), CompLine.Read("Sam <sam@guests.example>, 2").Value[0]);

        line.Secret(form, 1).ShouldBe((line with { Number = 7 }).Secret(form, 1));
        string[] others = [line.Secret(form, 2), line.Secret(Guid.NewGuid(), 1), (line with { Count = 3 }).Secret(form, 1), (line with { Name = "Same" }).Secret(form, 1)];
        others.Append(line.Secret(form, 1)).Distinct().Count().ShouldBe(5);
        CheckoutSecret.Parse(line.Secret(form, 1)).ShouldNotBeNull();
    }
}
