namespace TicketWeb.Features.Tickets.Passes;

/// <summary>Dark squares side by side in one row of a QR code.</summary>
public readonly record struct QrRun(int X, int Y, int Width);
