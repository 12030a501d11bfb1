using TicketWeb.Kernel;

namespace TicketWeb.Features.Settlements;

public readonly record struct DocumentId(Guid Value) : IId<DocumentId>
{
    public static DocumentId From(Guid value) => new(value);
}
