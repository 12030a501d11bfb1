using TicketWeb.Features.Payments.Sandbox;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments.UseCases;

/// <summary>What the sandbox's bank asks a buyer, and their answer.</summary>
public sealed class SandboxBank(IServiceProvider services)
{
    private readonly SandboxGateway _sandbox = services.GetRequiredService<SandboxGateway>();

    /// <summary>What is to be confirmed; null when there is nothing (any more).</summary>
    public Task<(string Description, Money Amount)?> AskAsync(PaymentId id, CancellationToken cancel) => _sandbox.AskAsync(id, cancel);

    /// <summary>Where the buyer goes next; null when there is no such payment.</summary>
    public Task<string?> AnswerAsync(PaymentId id, bool approved, CancellationToken cancel) => _sandbox.AuthenticateAsync(id, approved, cancel);
}
