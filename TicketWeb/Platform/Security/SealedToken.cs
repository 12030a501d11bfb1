using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace TicketWeb.Platform.Security;

/// <summary>Identity's tokens as they travel in a link.</summary>
internal static class SealedToken
{
    public static string Write(string token) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(token));

    /// <returns>"" when the text was not written by us: no token is empty.</returns>
    public static string Read(string text)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(text));
        }
        catch (FormatException)
        {
            return "";
        }
    }
}
