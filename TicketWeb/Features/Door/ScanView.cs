namespace TicketWeb.Features.Door;

/// <summary>The answer to a scan, ready to be shown.</summary>
/// <param name="Word">Two words for arm's length.</param>
/// <param name="Holder">Whose ticket it is; empty when the door need not know.</param>
/// <param name="Detail">What to tell the guest, in one sentence.</param>
public sealed record ScanView(Verdict Verdict, Tone Tone, string Word, string Holder, string Type, string Detail, int Inside, int Expected);
