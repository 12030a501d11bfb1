using System.Globalization;
using System.Text;

namespace TicketWeb.Kernel;

/// <summary>The readable part of an address: "Salt &amp; Smoke" becomes "salt-smoke".</summary>
public static class Slug
{
    private const int Longest = 60;

    /// <summary>Lower-case letters, digits and single hyphens; "" when nothing of the text can be kept.</summary>
    public static string From(string text)
    {
        var slug = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark || rune.Value is '\'' or '’')
                continue;
            if (Rune.IsLetterOrDigit(rune) && rune.IsAscii)
                slug.Append(char.ToLowerInvariant((char)rune.Value));
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
            if (slug.Length == Longest)
                break;
        }

        return slug.ToString().Trim('-');
    }
}
