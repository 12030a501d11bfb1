using Microsoft.AspNetCore.Components;
using TicketWeb.Components.Design;
using TicketWeb.Kernel;
using TicketWeb.Platform.Security;

namespace TicketWeb.Components.Account;

/// <summary>What the account pages share: a refusal that stands by its fields, or above the form when it is about no field.</summary>
[Layout(typeof(AccountLayout))]
public abstract class AccountPage : ComponentBase
{
    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    /// <summary>Why the form came back.</summary>
    protected Refusal? Refusal { get; set; }

    protected CancellationToken Cancel => Http.RequestAborted;

    /// <summary>The account that is signed in; ask only on pages that require one.</summary>
    protected Guid AccountId => Http.User.AccountId() ?? throw new InvalidOperationException("This page requires a signed-in account.");

    protected IReadOnlyList<FieldError> FieldErrors => Refusal is InvalidInput input ? [.. input.Errors.Select(e => new FieldError(e.Field, e.Sentence))] : [];

    /// <summary>The sentence that belongs above the form.</summary>
    protected string? Trouble => Refusal is null or InvalidInput ? null : Refusal.Sentence;

    protected string? Error(string field) => (Refusal as InvalidInput)?.For(field);
}
