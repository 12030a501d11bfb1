using System.Collections.Concurrent;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Security;

namespace TicketWeb.Tests.Components.Account;

internal sealed class RecordedLetters : IAccountLetters, IInvitationLetters
{
    private readonly ConcurrentQueue<RecordedLetter> _all = [];

    /// <summary>What a mailbox got of one kind, oldest first.</summary>
    public IReadOnlyList<RecordedLetter> To(string email, string kind) => [.. _all.Where(l => l.To == email && l.Kind == kind)];

    public Task ConfirmEmailAsync(TicketWeb.Platform.Security.Account account, string link, CancellationToken cancel) => Keep(account.Email, "confirm", link);

    public Task AlreadyRegisteredAsync(TicketWeb.Platform.Security.Account account, string signInLink, CancellationToken cancel) => Keep(account.Email, "already", signInLink);

    public Task ResetPasswordAsync(TicketWeb.Platform.Security.Account account, string link, CancellationToken cancel) => Keep(account.Email, "reset", link);

    public Task SecurityChangedAsync(TicketWeb.Platform.Security.Account account, string change, string securityLink, CancellationToken cancel) => Keep(account.Email, "changed", change);

    public Task InviteAsync(EmailAddress to, OrganizationProfile organization, string inviter, Role role, string link, DateTimeOffset until, CancellationToken cancel) =>
        Keep(to.Value, "invitation", link);

    private Task Keep(string? to, string kind, string text)
    {
        _all.Enqueue(new RecordedLetter(to!, kind, text));
        return Task.CompletedTask;
    }
}
