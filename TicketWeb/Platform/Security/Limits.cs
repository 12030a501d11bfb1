namespace TicketWeb.Platform.Security;

/// <summary>Names of the limits for <c>[EnableRateLimiting]</c> and <c>RequireRateLimiting</c>. Reading a page does not count, sending something does.</summary>
public static class Limits
{
    public const string SignIn = "sign-in";
    public const string SignUp = "sign-up";
    public const string Mail = "mail";
    public const string Purchase = "purchase";
    public const string WaitingRoom = "waiting-room";
    public const string Webhook = "webhook";
}
