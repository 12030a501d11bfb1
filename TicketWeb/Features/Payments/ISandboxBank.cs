using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

/// <summary>The bank's page of the sandbox: what it asks a buyer, and their answer.</summary>
public interface ISandboxBank
{
    /// <summary>What is to be confirmed; null when there is nothing (any more).</summary>
    Task<(string Description, Money Amount)?> AskAsync(PaymentId id, CancellationToken cancel);

    /// <summary>Takes the answer, and says where the buyer goes next; null when there is no such payment.</summary>
    Task<string?> AnswerAsync(PaymentId id, bool approved, CancellationToken cancel);
}
