using TicketWeb.Kernel;

namespace TicketWeb.Features.Door;

/// <summary>Made by the scanning device, so that a scan sent twice is one.</summary>
public readonly record struct ScanId(Guid Value) : IId<ScanId>
{
    public static ScanId From(Guid value) => new(value);
}
