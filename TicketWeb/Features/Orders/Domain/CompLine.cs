using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>Somebody who is given tickets: a line of a list.</summary>
/// <param name="Number">1 is the list's first line, empty ones counted: what the person who typed it sees.</param>
internal sealed partial record CompLine(int Number, string Name, EmailAddress Email, int Count)
{
    /// <summary>The name of the list's input.</summary>
    public const string Input = "list";

    private const int MostLines = 100;
    private const int LongestName = 100;

    /// <summary>Reads a list; every line that is none is named.</summary>
    public static Outcome<IReadOnlyList<CompLine>> Read(string? list)
    {
        var errors = new InputErrors();
        var lines = new List<CompLine>();
        foreach (var (text, number) in (list ?? "").ReplaceLineEndings("\n").Split('\n').Select((text, i) => (text.Trim(), i + 1)).Where(l => l.Item1.Length > 0))
        {
            var parts = Shape().Match(text);
            if (!parts.Success || !EmailAddress.TryParse(parts.Groups["email"].Value, out var email)
                || !int.TryParse(parts.Groups["count"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1)
            {
                errors.Require(false, Input, $"Line {number}: write it like Sam Okafor <sam@example.org>, 2.");
                continue;
            }

            var name = parts.Groups["name"].Value;
            errors.Require(name.Length <= LongestName, Input, $"Line {number}: the name may have {LongestName} characters at most.");
            errors.Require(!lines.Exists(l => l.Email.Equals(email)), Input, $"Line {number}: {email} is in line {lines.Find(l => l.Email.Equals(email))?.Number} already.");
            lines.Add(new CompLine(number, name, email, count));
        }

        errors.Require(lines.Count > 0 || !errors.None, Input, "Write down at least one person.");
        errors.Require(lines.Count <= MostLines, Input, $"Send at most {MostLines} people at once.");
        return errors.None ? lines : errors.ToRefusal();
    }

    /// <summary>The checkout's secret of this line's order: the same for every sending of one form, and guessed by nobody who does not know its key.</summary>
    /// <param name="attempt">1 for the first order, and more where one was let go.</param>
    public string Secret(Guid form, int attempt) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{form:N} {attempt} {Count} {Email.Value.ToLowerInvariant()} {Name}")));

    /// <summary>A refusal as whoever typed the list reads it.</summary>
    public InvalidInput Refuse(Refusal refusal) => new([new InputError(Input, $"Line {Number}: {refusal.Sentence}")]);

    [GeneratedRegex(@"^(?<name>[^<>]*[^<>\s])\s*<(?<email>[^<>]+)>\s*,\s*(?<count>\d+)$")]
    private static partial Regex Shape();
}
