namespace TicketWeb.Features.Settlements;

/// <summary>Kinds of entries as people say them.</summary>
public static class EntryWords
{
    public static string Spoken(this EntryKind kind) => kind switch
    {
        EntryKind.Sale => "Sale",
        EntryKind.Refund => "Refund",
        EntryKind.Dispute => "Dispute",
        EntryKind.Adjustment => "Adjustment",
        EntryKind.Surplus => "Paid late or twice",
        EntryKind.RefundSent => "Refund sent",
        EntryKind.RefundReturned => "Refund came back",
        EntryKind.RefundByHand => "Refund given by hand",
        EntryKind.RefundUndone => "Refund undone",
    };

    /// <summary>All of a kind together.</summary>
    public static string Plural(this EntryKind kind) => kind switch
    {
        EntryKind.Sale => "Sales",
        EntryKind.Refund => "Refunds",
        EntryKind.Dispute => "Disputes",
        EntryKind.Adjustment => "Adjustments",
        EntryKind.Surplus => "Paid late or twice",
        EntryKind.RefundSent => "Refunds sent",
        EntryKind.RefundReturned => "Refunds that came back",
        EntryKind.RefundByHand => "Refunds given by hand",
        EntryKind.RefundUndone => "Refunds undone",
    };
}
