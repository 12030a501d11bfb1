using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using TicketWeb.Kernel;

namespace TicketWeb.Platform.Security;

/// <summary>Keeps strangers from filling somebody's mailbox through our forms. Counted on each node.</summary>
public sealed class MailAllowance(IOptions<RateLimitsOptions> limits) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _perAddress = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetTokenBucketLimiter(address, _ => limits.Value.MailPerAddress.Bucket));

    /// <summary>True when one more mail may go to this mailbox now.</summary>
    public bool TryTake(EmailAddress address)
    {
        using var lease = _perAddress.AttemptAcquire(address.Value.ToUpperInvariant());
        return lease.IsAcquired;
    }

    public void Dispose() => _perAddress.Dispose();
}
