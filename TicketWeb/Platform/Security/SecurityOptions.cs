namespace TicketWeb.Platform.Security;

/// <summary>The section <c>Security</c> of the settings.</summary>
public sealed class SecurityOptions
{
    public const string Section = "Security";

    /// <summary>
    /// Where people reach the app, like <c>https://tickets.example</c>. Links in mails start with it: made from the request's Host header
    /// instead, anyone could have a mail with a link to a site of their own sent to somebody else. Needed outside Development.
    /// </summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>Whether people come by https, so that cookies may insist on it. Left out: everywhere but in Development.</summary>
    public bool? Https { get; set; }

    internal bool HttpsIn(IHostEnvironment environment) => Https ?? !environment.IsDevelopment();

    /// <summary>Addresses or networks ("10.0.0.0/8") of the proxies in front; only they may say who the visitor is.</summary>
    public string[] TrustedProxies { get; set; } = [];

    /// <summary>
    /// 32 random bytes in Base64 (<c>openssl rand -base64 32</c>) with which the keys in the database are sealed. Keep it with the app's
    /// secrets and never with a backup of the database. Needed outside Development.
    /// </summary>
    public string? MasterKey { get; set; }
}
