namespace TicketWeb.Platform.Security;

/// <summary>Codes that each replace the authenticator app once; shown when they are made and never again.</summary>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes);
