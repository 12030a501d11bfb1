namespace TicketWeb.Features.Payments;

/// <summary>Where a dispute stands; the gateway's word is the truth.</summary>
public enum DisputeState
{
    /// <summary>The bank asks first, and has taken nothing yet.</summary>
    Inquiry,

    /// <summary>The bank waits for what the seller has to say.</summary>
    NeedsAnswer,

    /// <summary>The bank thinks about the answer.</summary>
    UnderReview,

    Won,
    Lost,

    /// <summary>It was asked and came to nothing.</summary>
    Closed,
}
