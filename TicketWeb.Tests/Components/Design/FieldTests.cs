using Bunit;
using Shouldly;
using TicketWeb.Components.Design;
using Xunit;

namespace TicketWeb.Tests.Components.Design;

public sealed class FieldTests : BunitContext
{
    [Fact]
    public void Hint_and_error_are_read_with_the_field()
    {
        var field = Render<Field>(p => p.Add(f => f.Name, "Buyer.Email").Add(f => f.Label, "Email").Add(f => f.Hint, "Your tickets go here.").Add(f => f.Error, "Enter an address"));

        var input = field.Find("input");
        input.Id.ShouldBe("f-buyer-email");
        field.Find("label").GetAttribute("for").ShouldBe(input.Id);
        input.GetAttribute("aria-invalid").ShouldBe("true");
        foreach (var id in input.GetAttribute("aria-describedby")!.Split(' '))
            field.Find("#" + id).TextContent.ShouldNotBeEmpty();
    }

    [Fact]
    public void The_summary_leads_to_the_fields()
    {
        var summary = Render<ErrorSummary>(p => p.Add(s => s.Errors, [new FieldError("Buyer.Email", "Enter an address")]));

        summary.Find("a").GetAttribute("href").ShouldBe("#f-buyer-email");
    }

    [Fact]
    public void Without_errors_there_is_no_summary() => Render<ErrorSummary>(p => p.Add(s => s.Errors, [])).Markup.Trim().ShouldBeEmpty();
}
