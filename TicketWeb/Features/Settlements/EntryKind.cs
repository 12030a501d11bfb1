namespace TicketWeb.Features.Settlements;

/// <summary>What an entry of the book is about.</summary>
public enum EntryKind
{
    /// <summary>An order was paid.</summary>
    Sale,

    /// <summary>The team took something back, and owes the buyer the money.</summary>
    Refund,

    /// <summary>A buyer's bank took money back, or gave it back again.</summary>
    Dispute,

    /// <summary>Somebody put something right by hand.</summary>
    Adjustment,

    /// <summary>Money came for which nothing is owed.</summary>
    Surplus,

    /// <summary>Money that was owed to a buyer has been sent.</summary>
    RefundSent,

    /// <summary>It did not arrive, and is owed again.</summary>
    RefundReturned,

    /// <summary>The team gave a buyer by hand what the gateway would not send, and has that money from the platform instead.</summary>
    RefundByHand,

    /// <summary>What somebody refunded at the payment company came to nothing, and nobody is owed it.</summary>
    RefundUndone,
}
