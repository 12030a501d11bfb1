using Microsoft.AspNetCore.Http.HttpResults;
using TicketWeb.Components.Checkout;
using TicketWeb.Features.Payments;
using TicketWeb.Platform.Security;

namespace TicketWeb.Components.Sandbox;

/// <summary>The bank's page that the sandbox shows in place of a bank.</summary>
public static class SandboxEndpoints
{
    public static void MapSandbox(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sandbox/3ds/{id:guid}", AskAsync);
        app.MapPost("/sandbox/3ds/{id:guid}", AnswerAsync).DisableAntiforgery();
    }

    private static async Task<IResult> AskAsync(Guid id, ISandboxBank bank, PagePolicy policy, CancellationToken cancel)
    {
        // Real banks' pages are framed by checkouts too; there is nothing here to steal.
        policy.AllowFraming(["*"]);
        return await bank.AskAsync(PaymentId.From(id), cancel) is var (description, amount)
            ? new RazorComponentResult<BankPage>(new { Description = description, Amount = amount })
            : Results.NotFound();
    }

    private static async Task<IResult> AnswerAsync(Guid id, HttpRequest request, ISandboxBank bank, CancellationToken cancel)
    {
        var form = await request.FormAsync(cancel);
        return await bank.AnswerAsync(PaymentId.From(id), form["answer"] == "yes", cancel) is { } returnUrl
            ? Results.LocalRedirect(returnUrl)
            : Results.NotFound();
    }
}
