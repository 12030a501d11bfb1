using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace TicketWeb.Platform.Data;

/// <summary>Rows of one table that are read to be changed. <see cref="RowsToChange.ReadAsync"/> reads those of several tables together.</summary>
/// <param name="rest">What follows <c>select … from</c> the table. What stands in its braces travels as parameters, unless it is such a text itself.</param>
public abstract class RowQuery(FormattableString rest)
{
    /// <summary>The same, without the rows of other tables that belong to each.</summary>
    public static RowQuery<T> Of<T>(FormattableString rest) where T : class => new(rest);

    /// <summary>By EF, which keeps watch over them.</summary>
    internal abstract Task ReadAsync(TicketDb db, CancellationToken cancel);

    /// <summary>This query as SQL, with places for its parameters, which are added to those that are there already.</summary>
    internal string Sql(BatchRows batch, List<object?> parameters) => $"{SelectOf(batch)} {Text(rest, parameters)}";

    /// <summary>Takes the rows of this query's result into the batch.</summary>
    internal abstract Task TakeAsync(DbDataReader result, BatchRows batch, CancellationToken cancel);

    private protected abstract string SelectOf(BatchRows batch);

    private protected FormattableString From(string table)
    {
        var parameters = new List<object?>();
        var text = Text(rest, parameters);
        return FormattableStringFactory.Create($"select *, xmin from {table} {text}", [.. parameters]);
    }

    /// <summary>With the texts within it as part of it.</summary>
    private static string Text(FormattableString sql, List<object?> parameters)
    {
        return string.Format(CultureInfo.InvariantCulture, sql.Format, [.. sql.GetArguments().Select(a => a is FormattableString within ? Text(within, parameters) : Place(a))]);

        string Place(object? parameter)
        {
            parameters.Add(parameter);
            return $"{{{parameters.Count - 1}}}";
        }
    }
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
