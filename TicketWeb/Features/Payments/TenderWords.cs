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
}
