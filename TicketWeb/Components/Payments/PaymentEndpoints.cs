using TicketWeb.Features.Payments;
using TicketWeb.Features.Payments.UseCases;
using TicketWeb.Platform.Security;

namespace TicketWeb.Components.Payments;

/// <summary>Where gateways call us, and what they want to find here.</summary>
public static class PaymentEndpoints
{
    public static void MapPayments(this IEndpointRouteBuilder app)
    {
        app.MapPost("/webhooks/payments/{provider}", ReceiveAsync).DisableAntiforgery().RequireRateLimiting(Limits.Webhook);
        app.MapGet("/.well-known/apple-developer-merchantid-domain-association", (IPayments payments) =>
            payments.Form?.ApplePayDomainFile is { } file ? Results.File(file, "text/plain") : Results.NotFound());
    }

    private static async Task<IResult> ReceiveAsync(string provider, HttpRequest request, ReceiveWebhook receive, IPaymentGateway gateway, CancellationToken cancel)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancel);
        var outcome = await receive.RunAsync(provider, body.ToArray(), request.Headers[gateway.SignatureHeader], cancel);
        return outcome.Refusal switch
        {
            null => Results.Ok(),
            Kernel.NotFound => Results.Problem(statusCode: StatusCodes.Status404NotFound),
            TooManyWebhooks busy => Results.Problem(busy.Sentence, statusCode: StatusCodes.Status503ServiceUnavailable),
            var refusal => Results.Problem(refusal.Sentence, statusCode: StatusCodes.Status400BadRequest),
        };
    }
}
