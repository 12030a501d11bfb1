namespace TicketWeb.Platform.Security;

/// <summary>Somebody who runs the installation. What is theirs to see and do asks for one, and <see cref="Operators"/> says who is.</summary>
public sealed record Operator(Guid AccountId);
