using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace TicketWeb.Platform.Data;

/// <summary>Rows of one table that are read to be changed. <see cref="RowsToChange.ReadAsync"/> reads those of several tables together.</summary>
/// <param name="rest">What follows <c>select … from</c> the table. What stands in its braces travels as parameters.</param>
public abstract class RowQuery(FormattableString rest)
{
    /// <summary>The same, without the rows of other tables that belong to each.</summary>
    public static RowQuery<T> Of<T>(FormattableString rest) where T : class => new(rest);

    /// <summary>One SQL text within another, each with its parameters.</summary>
    /// <param name="around">With <c>{0}</c> for where the other one goes.</param>
    public static FormattableString Put(FormattableString inner, string around) =>
        FormattableStringFactory.Create(around.Replace("{0}", inner.Format, StringComparison.Ordinal), inner.GetArguments());

    /// <summary>By EF, which keeps watch over them.</summary>
    internal abstract Task ReadAsync(TicketDb db, CancellationToken cancel);

    /// <summary>This query as SQL, with places for its parameters, which are added to those that are there already.</summary>
    internal string Sql(BatchRows batch, List<object?> parameters)
    {
        var places = rest.GetArguments().Select((_, i) => $"{{{parameters.Count + i}}}").ToArray();
        parameters.AddRange(rest.GetArguments());
        return $"{SelectOf(batch)} {string.Format(CultureInfo.InvariantCulture, rest.Format, places)}";
    }

    /// <summary>Takes the rows of this query's result into the batch.</summary>
    internal abstract Task TakeAsync(DbDataReader result, BatchRows batch, CancellationToken cancel);

    private protected abstract string SelectOf(BatchRows batch);

    private protected FormattableString From(string table) => Put(rest, $"select *, xmin from {table} {{0}}");
}

/// <inheritdoc/>
public sealed class RowQuery<T>(FormattableString rest) : RowQuery(rest) where T : class
{
    /// <summary>Empty until they are read.</summary>
    public IReadOnlyList<T> Found { get; private set; } = [];

    internal override async Task ReadAsync(TicketDb db, CancellationToken cancel)
    {
        var entity = db.Model.FindEntityType(typeof(T))!;
        Found = await db.Set<T>().FromSql(From($"{entity.GetSchema()}.{entity.GetTableName()}")).IgnoreAutoIncludes().AsTracking().ToListAsync(cancel);
    }

    internal override async Task TakeAsync(DbDataReader result, BatchRows batch, CancellationToken cancel)
    {
        var table = batch.TableOf(typeof(T));
        var rows = new List<T>();
        while (await result.ReadAsync(cancel))
            rows.Add((T)table.Read(result));
        Found = batch.Keep(rows);
    }

    private protected override string SelectOf(BatchRows batch) => batch.TableOf(typeof(T)).Select;
}
