using TicketWeb.Kernel;

namespace TicketWeb.Features.WaitingRoom;

/// <summary>One place in one line, and the one order that it may start.</summary>
public readonly record struct AdmissionId(Guid Value) : IId<AdmissionId>
{
    public static AdmissionId From(Guid value) => new(value);
}
