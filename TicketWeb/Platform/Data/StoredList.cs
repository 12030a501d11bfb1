using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TicketWeb.Platform.Data;

/// <summary>Lists of records that are always read and written with their row, as JSON in a column of it.</summary>
internal static class StoredList
{
    public static PropertyBuilder<IReadOnlyList<T>> HasListConversion<T>(this PropertyBuilder<IReadOnlyList<T>> list) where T : notnull => list
        .HasColumnType("jsonb")
        .HasConversion(
            items => JsonSerializer.Serialize(items, JsonSerializerOptions.Default),
            stored => JsonSerializer.Deserialize<List<T>>(stored, JsonSerializerOptions.Default)!,
            new ValueComparer<IReadOnlyList<T>>((a, b) => a!.SequenceEqual(b!), items => items.Aggregate(0, HashCode.Combine), items => items));
}
