namespace TicketWeb.Platform.Security;

/// <summary>Marks a page whose address is a secret (an order, an invitation): it is told to no other site, no cache and no search engine.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SecretLinkAttribute : Attribute;
