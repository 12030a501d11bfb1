using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Payments.Sandbox;

/// <summary>
/// A gateway without a bank behind it: it keeps its own books, declines, asks for 3-D Secure, succeeds late and sends signed webhooks,
/// so that everything but the money is as it will be.
/// </summary>
internal sealed class SandboxGateway(Databases databases, SandboxSignature signature, IOptions<SandboxOptions> options, TimeProvider clock)
    : IPaymentGateway, ISandboxBank
{
    public const string Name = "sandbox";

    private readonly SandboxTill _taken = new(databases, options, clock);

    public string Provider => Name;

    public string SignatureHeader => SandboxWebhooks.SignatureHeader;

    public PaymentForm? Form => null;

    public IPayoutGateway? Payouts => null;

    public string? Refuses(string? method) => string.IsNullOrWhiteSpace(method) ? "Enter your card number."
        : !SandboxCards.IsPlausible(SandboxCards.Digits(method)) ? "That is no card number. A digit may be wrong or missing."
        : null;

    public async Task<GatewayPayment> CreateAsync(PaymentOrder order, CancellationToken cancel) =>
        _taken.Join(Name, order, CancellationToken.None) is { } answer ? await answer : throw new HttpRequestException("The sandbox is busy.");

    public Task<GatewayPayment?> ReadAsync(PaymentId id, CancellationToken cancel) => ChangeAsync(id, intent => intent.Settle(clock.GetUtcNow()), cancel);

    public Task<GatewayPayment?> CancelAsync(PaymentId id, CancellationToken cancel) => ChangeAsync(id, intent =>
    {
        intent.Settle(clock.GetUtcNow());
        intent.Cancel();
    }, cancel);

    public async Task<string?> AnswerAsync(PaymentId id, bool approved, CancellationToken cancel)
    {
        string? next = null;
        await ChangeAsync(id, (db, intent) =>
        {
            intent.Authenticate(approved, clock.GetUtcNow());
            db.Add(SandboxEvent.About(intent, clock.GetUtcNow(), options.Value));
            next = intent.ReturnUrl;
        }, cancel);
        return next;
    }

    public async Task<(string Description, Money Amount)?> AskAsync(PaymentId id, CancellationToken cancel)
    {
        await using var db = databases.Service();
        return await FindAsync(db, id, cancel) is { State: PaymentState.NeedsAction } intent ? (intent.Description, new Money(intent.Amount, intent.Currency)) : null;
    }

    public async Task<GatewayRefund> RefundAsync(PaymentId id, RefundId refund, Money amount, bool returnsFee, CancellationToken cancel)
    {
        await using var db = databases.Service();
        return await FindAsync(db, id, cancel) switch
        {
            null or { State: not PaymentState.Succeeded } => new GatewayRefund("There is no such payment to refund."),
            { Card: SandboxCards.RefundFails } => new GatewayRefund("The bank refused the refund."),
            _ => new GatewayRefund(Failure: null),
        };
    }

    /// <summary>Its answer to a refund is final, and nobody else can ask for one.</summary>
    public Task<IReadOnlyList<MadeRefund>> ReadRefundsAsync(PaymentId id, CancellationToken cancel) => Task.FromResult<IReadOnlyList<MadeRefund>>([]);

    /// <summary>There is no bank behind it that could take something back.</summary>
    public Task<GatewayDispute?> ReadDisputeAsync(string reference, CancellationToken cancel) => Task.FromResult<GatewayDispute?>(null);

    public Outcome<WebhookNews> Parse(byte[] body, string? signatureHeader)
    {
        if (signature.Check(body, signatureHeader) is { } refusal)
            return refusal;
        try
        {
            return JsonSerializer.Deserialize<WebhookNews>(body) is { EventId.Length: > 0 } news ? news : new BadWebhook("The body is empty.");
        }
        catch (JsonException)
        {
            return new BadWebhook("The body is not JSON of the expected form.");
        }
    }

    private Task<GatewayPayment?> ChangeAsync(PaymentId id, Action<SandboxIntent> change, CancellationToken cancel) => ChangeAsync(id, (_, intent) => change(intent), cancel);

    /// <summary>Under lock, because buyer, webhook and sweeper may ask in the same moment.</summary>
    private async Task<GatewayPayment?> ChangeAsync(PaymentId id, Action<TicketDb, SandboxIntent> change, CancellationToken cancel)
    {
        await using var db = databases.Service();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select from sandbox.intents where id = {id.Value} for update", cancel);
        if (await FindAsync(db, id, cancel) is not { } intent)
            return null;

        change(db, intent);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return intent.Tell();
    }

    private static Task<SandboxIntent?> FindAsync(TicketDb db, PaymentId id, CancellationToken cancel) =>
        db.Set<SandboxIntent>().AsTracking().SingleOrDefaultAsync(i => i.Id == id, cancel);
}
