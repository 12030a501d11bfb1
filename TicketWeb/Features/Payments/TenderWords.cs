namespace TicketWeb.Features.Payments;

/// <summary>Tenders as people say them.</summary>
public static class TenderWords
{
    public static string Spoken(this Tender tender) => tender switch
    {
        Tender.Cash => "Cash",
        Tender.CardTerminal => "Card terminal",
        Tender.Cheque => "Cheque",
        Tender.Voucher => "Voucher",
    };

    /// <summary>What is added up where somebody counts it.</summary>
    public static string Counted(this Tender tender) => tender switch
    {
        Tender.Cash => "cash",
        Tender.CardTerminal => "slips of the card terminal",
        Tender.Cheque => "cheques",
        Tender.Voucher => "vouchers",
    };
}
