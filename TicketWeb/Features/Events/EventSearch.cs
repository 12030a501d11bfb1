using TicketWeb.Features.Organizations;

namespace TicketWeb.Features.Events;

/// <summary>What someone is looking for; everything that is null is left open.</summary>
public sealed record EventSearch(
    string? Text = null,
    string? City = null,
    Category? Category = null,
    DateTimeOffset? From = null,
    DateTimeOffset? Until = null,
    bool FreeOnly = false,
    OrganizationId? Organization = null,
    int Page = 1);
