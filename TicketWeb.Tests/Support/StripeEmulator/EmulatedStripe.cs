using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Payments.Stripe;
using TicketWeb.Features.Payments.UseCases;
using Xunit;

namespace TicketWeb.Tests.Support.StripeEmulator;

/// <summary>
/// Stripe as far as this project speaks to it, as a server of its own: what comes in is answered from books that follow Stripe's rules, with
/// idempotency keys, and what happened is told by signed webhooks when a test says so: late, twice, in whatever order.
/// </summary>
public sealed class EmulatedStripe(StripesClient client) : IAsyncLifetime
{
    public const string SecretKey = "sk_test_emulated";
    public const string PublishableKey = "pk_test_emulated";
    public const string WebhookSecret = "whsec_emulated";

    private readonly StripeBooks _books = new();
    private readonly Dictionary<string, (string What, StripeAnswer Answer)> _answered = [];
    private readonly Lock _one = new();
    private readonly HttpClient _sender = new();
    private WebApplication? _app;
    private int _told;

    public Uri Address { get; private set; } = new("about:blank");

    /// <summary>Every request that came in, also those that went wrong.</summary>
    public ConcurrentQueue<StripeRequest> Requests { get; } = [];

    /// <summary>What goes wrong with the next requests, in this order.</summary>
    public ConcurrentQueue<StripeTrouble> Troubles { get; } = [];

    /// <summary>What an app is told that is to use this.</summary>
    public IEnumerable<(string Name, string Value)> Settings =>
    [
        ("Payments:Provider", "Stripe"),
        ("Payments:Stripe:SecretKey", SecretKey),
        ("Payments:Stripe:PublishableKey", PublishableKey),
        ("Payments:Stripe:WebhookSecrets:0", WebhookSecret),
        ("Payments:Stripe:Address", Address.ToString()),
    ];

    /// <summary>The same for features without the app around them.</summary>
    public void Use(IServiceCollection services) => services
        .Configure<PaymentsOptions>(o => o.Provider = PaymentProvider.Stripe)
        .Configure<StripeOptions>(o => (o.SecretKey, o.PublishableKey, o.WebhookSecrets, o.Address) = (SecretKey, PublishableKey, [WebhookSecret], Address));

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Map("/v1/{**call}", AnswerAsync);
        await _app.StartAsync();
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/");
    }

    /// <summary>What Stripe's form makes in the buyer's browser: the token of a card.</summary>
    public string Token(string card)
    {
        lock (_one)
            return _books.Token(card, null).Text("id");
    }

    /// <summary>How one of Stripe's objects stands.</summary>
    public JsonObject Find(string id)
    {
        lock (_one)
            return _books.Find(id)!.DeepClone().AsObject();
    }

    /// <summary>The latest intent.</summary>
    public string LatestIntent() => Events("payment_intent.created")[^1]["data"]!["object"]!.AsObject().Text("id");

    /// <summary>Somebody refunds at Stripe's own dashboard, where nobody knows of our marks.</summary>
    /// <param name="payment">An intent or a charge.</param>
    /// <returns>The refund's id, or why not.</returns>
    public Task<string> RefundAsync(string payment, long? amount = null) => client.AskAsync(
        new { port = Address.Port, key = SecretKey, refund = payment.StartsWith("pi_", StringComparison.Ordinal) ? (object)new { payment_intent = payment, amount } : new { charge = payment, amount } },
        TestContext.Current.CancellationToken);

    /// <summary>The same of one that is pending.</summary>
    public Task<string> CancelRefundAsync(string refund) => client.AskAsync(new { port = Address.Port, key = SecretKey, cancel = refund }, TestContext.Current.CancellationToken);

    /// <summary>The bank answers: to a buyer who was asked, or at last.</summary>
    public void Decide(string intent, bool approved) => Happen(intent, found => _books.Decide(found, approved));

    public void FailRefund(string refund) => Happen(refund, _books.FailRefund);

    public void Dispute(string charge) => Happen(charge, _books.Dispute);

    /// <returns>The latest dispute.</returns>
    public string LatestDispute() => Events("charge.dispute.created")[^1]["data"]!["object"]!.AsObject().Text("id");

    public void CloseDispute(string dispute, bool won) => Happen(dispute, found => _books.CloseDispute(found, won));

    public void Complete(string account) => Happen(account, _books.Complete);

    /// <summary>What happened so far, of one type or of all.</summary>
    public IReadOnlyList<JsonObject> Events(string? type = null)
    {
        lock (_one)
            return [.. _books.Events.Where(e => type is null || e.Text("type") == type)];
    }

    /// <summary>What happened since this was asked last.</summary>
    public IReadOnlyList<JsonObject> News()
    {
        lock (_one)
        {
            var news = _books.Events.Skip(_told).ToList();
            _told = _books.Events.Count;
            return news;
        }
    }

    /// <summary>Brings a webhook, signed, to the use case that takes it: without HTTP in between.</summary>
    public async Task BringAsync(IServiceProvider app, string payload) => (await app.GetRequiredService<ReceiveWebhook>().RunAsync(
        "stripe", Encoding.UTF8.GetBytes(payload), await SignAsync(payload, app.GetRequiredService<TimeProvider>().GetUtcNow()), TestContext.Current.CancellationToken)).Refusal.ShouldBeNull();

    /// <summary>The signature of Stripe's own client.</summary>
    public Task<string> SignAsync(string payload, DateTimeOffset now, string secret = WebhookSecret) =>
        client.AskAsync(new { sign = new { payload, secret, timestamp = now.ToUnixTimeSeconds() } }, TestContext.Current.CancellationToken);

    /// <summary>Posts a webhook to an app, as Stripe does.</summary>
    public async Task<int> DeliverAsync(Uri app, JsonObject happened, string secret = WebhookSecret)
    {
        var payload = happened.ToJsonString();
        using var content = new StringContent(payload, Encoding.UTF8, new MediaTypeHeaderValue("application/json", "utf-8"));
        content.Headers.Add("Stripe-Signature", await SignAsync(payload, DateTimeOffset.UtcNow, secret));
        using var answer = await _sender.PostAsync(new Uri(app, "/webhooks/payments/stripe"), content, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _sender.Dispose();
    }

    private void Happen(string id, Action<JsonObject> act)
    {
        lock (_one)
            act(_books.Find(id)!);
    }

    private async Task AnswerAsync(HttpContext http, string call)
    {
        var request = await ReadAsync(http.Request, call);
        Requests.Enqueue(request);
        var trouble = Troubles.TryDequeue(out var next) ? next : null;
        var answer = trouble is { Done: false } ? null : Answer(request, http.Request.Headers.Authorization);
        if (trouble is { Status: null })
        {
            http.Abort();
            return;
        }

        answer = trouble is null ? answer! : StripeAnswer.Error(trouble.Status!.Value, "api_error", null, "Something went wrong at Stripe.");
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = "application/json";
        http.Response.Headers["Request-Id"] = $"req_{Requests.Count}";
        await http.Response.WriteAsync(answer.Body.ToJsonString(), http.RequestAborted);
    }

    private StripeAnswer Answer(StripeRequest request, string? authorization)
    {
        if (authorization != $"Bearer {SecretKey}")
            return StripeAnswer.Error(401, "invalid_request_error", null, "Invalid API Key provided.");
        if (request.Version != StripeClient.Version)
            return StripeAnswer.Wrong($"Invalid Stripe API version: {request.Version}");
        lock (_one)
        {
            if (request.Key is not { } key || !request.Call.StartsWith("POST", StringComparison.Ordinal))
                return _books.Answer(request);
            var what = request.Call + string.Join('&', request.Form.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}"));
            if (_answered.TryGetValue(key, out var before))
                return before.What == what ? before.Answer : StripeAnswer.Error(400, "idempotency_error", null, "Keys for idempotent requests can only be used with the same parameters they were first used with.");
            var answer = _books.Answer(request);
            // What was not begun, because it made no sense, is not kept.
            if (answer.Status is 200 or 402)
                _answered[key] = (what, answer);
            return answer;
        }
    }

    private static async Task<StripeRequest> ReadAsync(HttpRequest request, string call)
    {
        var fields = HttpMethods.IsPost(request.Method) && request.HasFormContentType ? (await request.ReadFormAsync()).AsEnumerable() : request.Query;
        return new StripeRequest(
            $"{request.Method} {call}", request.Headers["Idempotency-Key"], request.Headers["Stripe-Version"], request.Headers["Stripe-Account"],
            fields.ToDictionary(f => f.Key, f => f.Value.ToString()));
    }
}
