namespace TicketWeb.Platform.Security;

/// <summary>The section <c>RateLimits</c> of the settings. Counted on each node, per visitor's address unless said otherwise.</summary>
public sealed class RateLimitsOptions
{
    public const string Section = "RateLimits";

    /// <summary>Whatever one address asks for. Wide, since a whole festival camp may share one.</summary>
    public RateLimit Global { get; set; } = new(3_000, TimeSpan.FromMinutes(1));

    /// <summary>Passwords, codes and passkeys tried. An account has its own, stricter count.</summary>
    public RateLimit SignIn { get; set; } = new(20, TimeSpan.FromMinutes(1));

    public RateLimit SignUp { get; set; } = new(20, TimeSpan.FromHours(1));

    /// <summary>Requests that make us send a mail to an address someone typed.</summary>
    public RateLimit Mail { get; set; } = new(20, TimeSpan.FromMinutes(15));

    /// <summary>Mails one mailbox gets because someone typed its address.</summary>
    public RateLimit MailPerAddress { get; set; } = new(4, TimeSpan.FromMinutes(15));

    /// <summary>Discount and access codes that there are not.</summary>
    public RateLimit WrongCodes { get; set; } = new(30, TimeSpan.FromMinutes(15));

    public RateLimit Purchase { get; set; } = new(120, TimeSpan.FromMinutes(1));

    /// <summary>Places taken in waiting rooms. Wide, since a whole office comes from one address; but who takes a thousand places draws a thousand times.</summary>
    public RateLimit WaitingRoom { get; set; } = new(300, TimeSpan.FromMinutes(10));

    public RateLimit Webhook { get; set; } = new(1_200, TimeSpan.FromMinutes(1));

    internal IEnumerable<(string Name, RateLimit Limit)> All =>
    [
        (nameof(Global), Global), (nameof(SignIn), SignIn), (nameof(SignUp), SignUp), (nameof(Mail), Mail), (nameof(MailPerAddress), MailPerAddress),
        (nameof(WrongCodes), WrongCodes), (nameof(Purchase), Purchase), (nameof(WaitingRoom), WaitingRoom), (nameof(Webhook), Webhook),
    ];
}
