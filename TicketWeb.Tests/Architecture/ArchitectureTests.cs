using Shouldly;
using Xunit;

namespace TicketWeb.Tests.Architecture;

/// <summary>Every rule of the house holds in the compiled app, and is broken by a wrong sample kept for it: a rule that catches nothing proves nothing.</summary>
public sealed class ArchitectureTests
{
    private static readonly CodeMap App = new(typeof(Program).Assembly.GetTypes());

    /// <summary>Types of this test assembly that stand in rooms of the app, each where it must not be. See the folder Wrong.</summary>
    private static readonly CodeMap Samples = new(typeof(ArchitectureTests).Assembly.GetTypes()
        .Where(t => CodeMap.Owner(t) is var owner && owner.In("TicketWeb") && !owner.In("TicketWeb.Tests")));

    public static TheoryData<string> Rules => [.. HouseRules.All.Select(r => r.Sentence)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_house_keeps_its_rule(string rule) => Broken(App, rule).ShouldBeEmpty();

    [Theory]
    [InlineData("Every feature has its place in the order", "Features.Unplaced.Stray")]
    [InlineData("A domain knows the system, the kernel, its own feature and the words of those above it", "Features.Orders.Domain.ReadsAFile")]
    [InlineData("A domain knows the system, the kernel, its own feature and the words of those above it", "Features.Orders.Domain.CallsAService")]
    [InlineData("A domain knows the system, the kernel, its own feature and the words of those above it", "Features.Orders.Domain.CallsItsUseCase")]
    [InlineData("A domain is told the time", "Features.Orders.Domain.AsksTheClock")]
    [InlineData("A feature is entered by its front door, and only from below", "Features.Events.UseCases.LooksAhead")]
    [InlineData("A feature is entered by its front door, and only from below", "Features.Orders.UseCases.ClimbsIn")]
    [InlineData("A page or an endpoint asks a use case, never the database or a domain", "Components.Storefront.AsksTheDatabase")]
    [InlineData("A page or an endpoint asks a use case, never the database or a domain", "Api.ReachesADomain")]
    [InlineData("The kernel knows only the system", "Kernel.KnowsAFeature")]
    [InlineData("The platform knows no feature", "Platform.KnowsAFeature")]
    [InlineData("Nobody asks a page or an endpoint", "Features.Orders.UseCases.DrawsAPage")]
    [InlineData("An endpoint knows no page, and a page no endpoint", "Api.DrawsAPage")]
    [InlineData("Of the component library only what its styles are served for", "Components.Dashboard.WearsNoStyles")]
    [InlineData("A company outside is spoken to through its port", "Features.Orders.UseCases.KnowsTheVendor")]
    public void A_rule_catches_its_wrong_sample(string rule, string sample) =>
        Broken(Samples, rule).ShouldContain(u => u.StartsWith($"TicketWeb.{sample} -> ", StringComparison.Ordinal));

    [Fact]
    public void Every_rule_has_a_wrong_sample() => HouseRules.All.Where(r => !Broken(Samples, r.Sentence).Any()).ShouldBeEmpty();

    private static IEnumerable<string> Broken(CodeMap code, string rule) =>
        code.Uses.Where(HouseRules.Named(rule).IsBrokenBy).Select(u => u.ToString()).Distinct().Order();
}
