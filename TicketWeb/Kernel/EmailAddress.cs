using System.Diagnostics.CodeAnalysis;

namespace TicketWeb.Kernel;

/// <summary>An address that a mail can be sent to, trimmed; compared without regard to case.</summary>
public sealed record EmailAddress
{
    private const int Longest = 254;

    private EmailAddress(string value) => Value = value;

    public string Value { get; }

    /// <summary>Takes local@domain.tld; a full check is what the confirmation mail is for.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        var value = text?.Trim() ?? "";
        var at = value.LastIndexOf('@');
        var domain = at < 0 ? "" : value[(at + 1)..];
        var fine = value.Length <= Longest && at is > 0 and <= 64 && domain.Contains('.', StringComparison.Ordinal)
            && !domain.StartsWith('.') && !domain.EndsWith('.') && !domain.Contains("..", StringComparison.Ordinal)
            && domain.All(c => char.IsLetterOrDigit(c) || c is '.' or '-')
            && value[..at].All(c => c > ' ' && c is not ('"' or '<' or '>' or '(' or ')' or ',' or ';' or ':' or '@' or '[' or ']' or '\\' or '\u007f'));
        address = fine ? new EmailAddress(value) : null;
        return fine;
    }

    public bool Equals(EmailAddress? other) => other is not null && Value.Equals(other.Value, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    public override string ToString() => Value;
}
