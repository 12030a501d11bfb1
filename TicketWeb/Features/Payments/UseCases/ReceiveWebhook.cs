using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Payments.UseCases;

/// <summary>
/// Takes a gateway's webhook: checks it, writes it down with the fact that it means, and only then is it acknowledged. An event that
/// comes twice is acknowledged twice and written once. Order of arrival does not matter, because whoever hears the fact asks the gateway.
/// </summary>
public sealed class ReceiveWebhook(
    Databases databases, IPaymentGateway gateway, Facts facts, OutboxSignal outbox, TimeProvider clock, ILogger<ReceiveWebhook> logger)
{
    private readonly KeepWebhooks _batches = new(databases, facts, outbox, clock, logger);

    public async Task<Outcome<Done>> RunAsync(string provider, byte[] body, string? signature, CancellationToken cancel)
    {
        if (provider != gateway.Provider)
            return new NotFound("payment provider");
        if (!gateway.Parse(body, signature).IsDone(out var news, out var refusal))
            return refusal;
        return _batches.Join(provider, news, cancel) is { } kept ? await kept : new TooManyWebhooks();
    }
}
