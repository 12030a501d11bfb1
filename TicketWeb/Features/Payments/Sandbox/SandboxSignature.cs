using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments.Sandbox;

/// <summary>Signs the sandbox's webhooks and checks them.</summary>
internal sealed class SandboxSignature(IOptions<SandboxOptions> options, TimeProvider clock)
{
    private readonly byte[] _secret = options.Value.WebhookSecret.Length > 0 ? Encoding.UTF8.GetBytes(options.Value.WebhookSecret) : RandomNumberGenerator.GetBytes(32);

    public string Sign(byte[] body) => WebhookSignature.Sign(body, _secret, clock.GetUtcNow());

    public Refusal? Check(byte[] body, string? signature) => WebhookSignature.Check(body, signature, [_secret], clock.GetUtcNow());
}
