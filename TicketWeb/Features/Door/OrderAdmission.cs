namespace TicketWeb.Features.Door;

/// <summary>What the door says to each of an order's tickets.</summary>
public sealed record OrderAdmission(IReadOnlyList<ScanView> Said)
{
    /// <summary>How many are in, now or since before.</summary>
    public int Inside => Said.Count(s => s.Verdict is Verdict.Admit or Verdict.AlreadyIn);

    /// <summary>What is in the way of the first that may not come in; null when all may.</summary>
    public ScanView? Refused => Said.FirstOrDefault(s => s.Verdict is not (Verdict.Admit or Verdict.AlreadyIn));
}
