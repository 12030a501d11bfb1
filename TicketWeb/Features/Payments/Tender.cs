namespace TicketWeb.Features.Payments;

/// <summary>With what somebody pays at the desk, where no gateway takes the money.</summary>
public enum Tender
{
    Cash,

    /// <summary>A terminal that is not ours; its slip has a number.</summary>
    CardTerminal,
    Cheque,
    Voucher,
}
