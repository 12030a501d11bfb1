namespace TicketWeb.Components.Account;

/// <summary>Where someone goes on to after signing in: only ever within this site.</summary>
internal static class LocalUrl
{
    public const string Home = "/account/organizations";

    /// <summary>The address as given if it is a path of ours; else the start of the signed-in part.</summary>
    public static string OrHome(string? url) => IsLocal(url) ? url! : Home;

    /// <summary>The same address, or null, for carrying on in a link.</summary>
    public static string? OrNothing(string? url) => IsLocal(url) ? url : null;

    // Browsers read "//host", "/\host" and even "/<tab>/host" as another site's address.
    private static bool IsLocal(string? url) =>
        url is ['/', ..] && (url.Length == 1 || url[1] is not ('/' or '\\')) && !url.Any(char.IsControl);
}
