using System.Reflection;
using System.Text.RegularExpressions;
using Shouldly;
using TicketWeb.Platform.Reconciling;
using Xunit;

namespace TicketWeb.Tests.Architecture;

/// <summary>The arrows between features hold for the reconciler's queries too, which no compiler reads: upwards only.</summary>
public sealed partial class CheckTests
{
    private static readonly (Type Owner, Check Check)[] All =
    [
        .. from owner in typeof(Program).Assembly.GetTypes()
           from field in owner.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
           where field.FieldType == typeof(Check[])
           from check in (Check[])field.GetValue(null)!
           select (owner, check),
    ];

    [Fact]
    public void A_check_reads_the_tables_of_its_feature_and_of_those_above()
    {
        All.ShouldNotBeEmpty();
        All.SelectMany(c => Wrong(c.Owner, c.Check)).ShouldBeEmpty();
    }

    [Fact]
    public void A_check_that_looks_down_is_noticed() =>
        Wrong(All.First(c => c.Owner.Feature() == "Inventory").Owner, new Check("Downwards", "select id from orders.orders join inventory.pools using (id)")).ShouldBe(["Downwards reads orders"]);

    [Fact]
    public void A_check_that_reads_a_vendors_books_is_noticed_elsewhere() =>
        Wrong(All.First(c => c.Owner.Ring() == "Data" && c.Owner.Feature() == "Payments").Owner, new Check("Sideways", "select id from sandbox.intents")).ShouldBe(["Sideways reads sandbox"]);

    private static IEnumerable<string> Wrong(Type owner, Check check) =>
        Tables().Matches(check.Sql).Select(m => m.Groups[1].Value).Distinct().Where(schema => !MayRead(owner, schema)).Select(schema => $"{check.Name} reads {schema}");

    /// <summary>A schema is called as its feature, or as the vendor whose books it holds.</summary>
    private static bool MayRead(Type owner, string schema)
    {
        var name = string.Concat(schema.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        return name == owner.Feature() || name == owner.Ring() || HouseRules.StandsAbove(name, owner.Feature()!);
    }

    [GeneratedRegex(@"\b(?:from|join)\s+(\w+)\.\w+")]
    private static partial Regex Tables();
}
