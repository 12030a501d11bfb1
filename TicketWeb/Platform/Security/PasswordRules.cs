using Microsoft.AspNetCore.Identity;

namespace TicketWeb.Platform.Security;

/// <summary>Long and not guessable; what it is made of is everybody's own business.</summary>
internal sealed class PasswordRules : IPasswordValidator<Account>
{
    public const string ErrorCode = "Password";
    public const int Shortest = 10;

    /// <summary>Beyond this, hashing becomes a way to keep us busy.</summary>
    private const int Longest = 200;

    private const int FewestDifferentCharacters = 4;

    /// <summary>What guessing starts with, among passwords long enough for us.</summary>
    private static readonly HashSet<string> FirstGuesses = new(StringComparer.OrdinalIgnoreCase)
    {
        "1234567890", "12345678910", "123456789a", "0123456789", "0987654321", "password12", "password123", "password1234", "passw0rd123", "mypassword",
        "qwertyuiop", "qwerty1234", "qwerty12345", "qwerty123456", "1q2w3e4r5t", "1qaz2wsx3edc", "asdfghjkl1", "abcdefghij", "abcd123456", "abc1234567",
        "iloveyou123", "iloveyou12", "letmein123", "welcome123", "administrator", "changeme123", "football123", "sunshine123", "princess123", "ticketweb1",
    };

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Problem(user, password ?? "") is { } sentence
            ? IdentityResult.Failed(new IdentityError { Code = ErrorCode, Description = sentence })
            : IdentityResult.Success);

    private static string? Problem(Account account, string password)
    {
        var mailbox = account.Email?.Split('@')[0] ?? "";
        return password switch
        {
            { Length: < Shortest } => $"Use at least {Shortest} characters. A few words in a row are easy to remember.",
            { Length: > Longest } => $"Use {Longest} characters at most.",
            _ when password.Distinct().Count() < FewestDifferentCharacters => "Use more different characters.",
            _ when FirstGuesses.Contains(password) => "This is among the first passwords anyone would guess.",
            _ when mailbox.Length >= FewestDifferentCharacters && password.Contains(mailbox, StringComparison.OrdinalIgnoreCase) => "Leave your e-mail address out of your password.",
            _ => null,
        };
    }
}
