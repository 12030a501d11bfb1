using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TicketWeb.Kernel;

namespace TicketWeb.Platform.Data;

/// <summary>Stores a typed id as the uuid it is.</summary>
internal sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Read(value)) where TId : struct, IId<TId>
{
    private static TId Read(Guid value) => TId.From(value);
}
