using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Jobs;
using TicketWeb.Platform.Security;

namespace TicketWeb.Features.Payments.Sandbox;

/// <summary>Delivers the sandbox's webhooks over real HTTP to this very server, late and until they are acknowledged.</summary>
internal sealed partial class SandboxWebhooks(
    IPaymentGateway gateway, Databases databases, SandboxSignature signature, OwnAddress self, IHttpClientFactory clients, VisitorsFirst visitors, TimeProvider clock, ILogger<SandboxWebhooks> logger)
    : BackgroundService
{
    public const string SignatureHeader = "TicketWeb-Sandbox-Signature";
    private const int MostAttempts = 10;
    private const int LargestBatch = 50;

    /// <summary>Real gateways do not wait for one to be acknowledged before they send the next.</summary>
    private const int AtOnce = 4;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (gateway is not SandboxGateway)
            return;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await DeliverDueAsync(stoppingToken) == LargestBatch)
                {
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever is away, the webhooks are safe in the sandbox's books.
                LogUndelivered(e);
            }
        }
    }

    /// <returns>How many were taken.</returns>
    internal async Task<int> DeliverDueAsync(CancellationToken cancel)
    {
        await visitors.StepBackAsync(cancel);
        await using var db = databases.Service();
        var now = clock.GetUtcNow();
        var due = await db.Set<SandboxEvent>().FromSql(
            $"""
            update sandbox.events set due_at = {now.AddSeconds(30)}, attempts = attempts + 1
            where id in (select id from sandbox.events where delivered_at is null and due_at <= {now} and attempts < {MostAttempts} order by due_at limit {LargestBatch} for update skip locked)
            returning *
            """).ToListAsync(cancel);
        if (due.Count == 0)
            return 0;

        var url = new Uri(self.Value, $"/webhooks/payments/{SandboxGateway.Name}");
        var delivered = new ConcurrentBag<Guid>();
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (message, stop) =>
        {
            try
            {
                if (await PostAsync(url, message, stop))
                    delivered.Add(message.Id);
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancel.IsCancellationRequested)
            {
                // This one is tried again; those beside it have arrived or have not, each for itself.
                LogUndelivered(e);
            }
        });

        var ids = delivered.ToList();
        await db.Set<SandboxEvent>().Where(e => ids.Contains(e.Id)).ExecuteUpdateAsync(s => s.SetProperty(e => e.DeliveredAt, now), cancel);
        return delivered.Count;
    }

    private async Task<bool> PostAsync(Uri url, SandboxEvent message, CancellationToken cancel)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new WebhookNews($"evt_{message.Id:N}", message.PaymentId));
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        content.Headers.Add(SignatureHeader, signature.Sign(body));
        using var client = clients.CreateClient(SandboxGateway.Name);
        using var response = await client.PostAsync(url, content, cancel);
        return response.IsSuccessStatusCode;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sandbox webhook was not delivered; it is tried again")]
    private partial void LogUndelivered(Exception exception);
}
