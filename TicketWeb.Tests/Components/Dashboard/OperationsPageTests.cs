using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Platform.Data;
using TicketWeb.Tests.Components.Account;
using Xunit;

namespace TicketWeb.Tests.Components.Dashboard;

/// <summary>The page of those who run the installation, as it comes from the server.</summary>
public sealed class OperationsPageTests(AccountsApp app) : IClassFixture<AccountsApp>
{
    private const string Page = "/manage/operations";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_is_no_operator_finds_no_such_page()
    {
        var member = app.Visitor();
        var email = await member.JoinAsync();
        (await member.OpenAsync(Page)).Status.ShouldBe(HttpStatusCode.NotFound);

        // The same answer where there are operators, and they are others.
        using var elsewhere = WithOperator("somebody.else@ops.example");
        var there = Visitor(elsewhere);
        await there.SignInAsync(email);
        (await there.OpenAsync($"{Page}?show=checks")).Status.ShouldBe(HttpStatusCode.NotFound);
        there.Page.QuerySelectorAll($"a[href='{Page}']").ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_asked_to()
    {
        var nobody = await app.Visitor().OpenAsync(Page);

        nobody.Address.ShouldStartWith("/account/sign-in");
    }

    [Fact]
    public async Task An_operator_sees_what_is_stuck_with_the_order_and_the_reason()
    {
        var email = await app.Visitor().JoinAsync();
        using var operated = WithOperator(email);
        var order = Guid.CreateVersion7();
        await RunAsync(operated, $"""
            insert into platform.outbox (id, fact, key, body, written_at, attempts, due_at, given_up_at, last_error)
            values ('{Guid.CreateVersion7()}', 'LatePaymentRefunded', '{order}', jsonb_build_object(), now(), 12, now(), now(), 'The <bank> is closed.')
            """);
        var olu = Visitor(operated);
        await olu.SignInAsync(email);

        await olu.OpenAsync(Page);

        olu.Status.ShouldBe(HttpStatusCode.OK);
        var row = olu.Page.QuerySelector(".stuck li")!.TextContent;
        row.ShouldContain("Late payment refunded");
        row.ShouldContain(order.ToString());
        row.ShouldContain("12 attempts");
        row.ShouldContain("The <bank> is closed.");
        olu.Page.QuerySelectorAll($"a[href='{Page}']").ShouldNotBeEmpty("the menu leads here");
    }

    [Fact]
    public async Task Nothing_stuck_is_said_so()
    {
        var email = await app.Visitor().JoinAsync();
        using var operated = WithOperator(email);
        var olu = Visitor(operated);
        await olu.SignInAsync(email);

        (await olu.OpenAsync($"{Page}?show=mails")).Text.ShouldContain("Nothing is stuck.");
        (await olu.OpenAsync($"{Page}?show=mails&aside=true")).Text.ShouldContain("Nothing is set aside.");
        (await olu.OpenAsync($"{Page}?show=checks")).Text.ShouldContain("Run now");
        (await olu.OpenAsync("/manage")).Address.ShouldBe(Page, "an operator without an organization starts here");
    }

    private WebApplicationFactory<Program> WithOperator(string email) => app.WithWebHostBuilder(b => b.UseSetting("Operators:0", email));

    private Visitor Visitor(WebApplicationFactory<Program> elsewhere) =>
        new(elsewhere.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }), app.Letters);

    private static async Task RunAsync(WebApplicationFactory<Program> operated, string sql)
    {
        await using var command = operated.Services.GetRequiredService<Databases>().ServiceSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
