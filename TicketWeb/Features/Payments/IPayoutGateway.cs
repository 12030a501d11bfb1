using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

/// <summary>A gateway that passes an organization's share on to it, to an account that the gateway opens and looks after.</summary>
public interface IPayoutGateway
{
    /// <summary>Opens an account, once for each organization. What a bank wants to know is asked by the gateway itself.</summary>
    Task<Outcome<GatewayAccount>> OpenAsync(OrganizationId organization, string email, CancellationToken cancel);

    Task<GatewayAccount> ReadAsync(string reference, CancellationToken cancel);

    /// <summary>Where somebody answers the gateway's questions; good for a few minutes and once.</summary>
    /// <param name="back">The path that they come back to.</param>
    Task<Outcome<string>> LinkAsync(string reference, string back, CancellationToken cancel);

    /// <summary>Where the holder of an account that is ready sees what came in and went to the bank, and changes which bank; good for a few minutes and once.</summary>
    Task<Outcome<string>> SignInLinkAsync(string reference, CancellationToken cancel);
}
