using System.Data.Common;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;

namespace TicketWeb.Platform.Data;

/// <summary>A column of rows that are read and written in bulk.</summary>
internal abstract class BatchColumn
{
    private readonly Func<object, object?> _value;

    protected BatchColumn(IProperty property)
    {
        (Property, Name, _value) = (property, property.GetColumnName(), Read<object?>(row => Expression.Convert(Member(row, property), typeof(object))));
        MayChange = property.PropertyInfo?.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) != true;
    }

    public IProperty Property { get; }

    public string Name { get; }

    /// <summary>False for what a row is made with and keeps.</summary>
    public bool MayChange { get; }

    public static BatchColumn Of(IProperty property) => (BatchColumn)Activator.CreateInstance(typeof(Stored<>).MakeGenericType(StoredType(property)), property)!;

    /// <summary>The values of a key, as one value to look it up by.</summary>
    public static Func<object, object> Together(IReadOnlyList<IProperty> key) => Read<object>(row => Expression.Convert(
        key.Count == 1 ? Member(row, key[0]) : Expression.Call(typeof(ValueTuple), nameof(ValueTuple.Create), [.. key.Select(p => p.ClrType)], [.. key.Select(p => Member(row, p))]), typeof(object)));

    /// <summary>What the row has in this column, as the domain knows it.</summary>
    public object? ValueOf(object row) => _value(row);

    /// <summary>This column of all rows, as one array.</summary>
    public abstract NpgsqlParameter Values(List<object> rows);

    /// <summary>Puts into the row what a result has for this column.</summary>
    public abstract void Fill(object row, DbDataReader result, int ordinal);

    private static Type StoredType(IProperty property)
    {
        var stored = property.GetRelationalTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        return property.IsNullable && stored.IsValueType && Nullable.GetUnderlyingType(stored) is null ? typeof(Nullable<>).MakeGenericType(stored) : stored;
    }

    private static MemberExpression Member(Expression row, IProperty property) =>
        Expression.MakeMemberAccess(Expression.Convert(row, property.DeclaringType.ClrType), property.GetMemberInfo(forMaterialization: false, forSet: false));

    private static Func<object, T> Read<T>(Func<Expression, Expression> body)
    {
        var row = Expression.Parameter(typeof(object));
        return Expression.Lambda<Func<object, T>>(body(row), row).Compile();
    }

    private sealed class Stored<T>(IProperty property) : BatchColumn(property)
    {
        private readonly Func<object, T> _stored = Read<T>(row => Convert(Member(row, property), property.GetRelationalTypeMapping().Converter));
        private readonly Action<object, T> _fill = Filling(property);
        private readonly string _type = $"{property.GetRelationalTypeMapping().StoreTypeNameBase}[]";

        public override NpgsqlParameter Values(List<object> rows)
        {
            // unnest would take a list of lists apart to its last element.
            if (_type.EndsWith("[][]", StringComparison.Ordinal))
                throw new NotSupportedException($"The list {Property.DeclaringType.ShortName()}.{Property.Name} cannot be saved in bulk.");
            var values = new T[rows.Count];
            for (var i = 0; i < values.Length; i++)
                values[i] = _stored(rows[i]);
            return new NpgsqlParameter<T[]> { TypedValue = values, DataTypeName = _type };
        }

        public override void Fill(object row, DbDataReader result, int ordinal)
        {
            if (!Property.IsNullable || !result.IsDBNull(ordinal))
                _fill(row, result.GetFieldValue<T>(ordinal));
        }

        private static Action<object, T> Filling(IProperty property)
        {
            var (row, stored) = (Expression.Parameter(typeof(object)), Expression.Parameter(typeof(T)));
            var member = Expression.MakeMemberAccess(Expression.Convert(row, property.DeclaringType.ClrType), property.GetMemberInfo(forMaterialization: true, forSet: true));
            Expression value = property.GetRelationalTypeMapping().Converter is { } converter
                ? Expression.Invoke(converter.ConvertFromProviderExpression, Expression.Convert(stored, converter.ProviderClrType))
                : stored;
            return Expression.Lambda<Action<object, T>>(member.Assign(Expression.Convert(value, member.Type)), row, stored).Compile();
        }

        /// <summary>By the property's converter, which need not know nothing.</summary>
        private static Expression Convert(Expression value, ValueConverter? converter)
        {
            if (converter is null)
                return value;
            var converted = Expression.Convert(Expression.Invoke(converter.ConvertToProviderExpression, Expression.Convert(value, converter.ModelClrType)), typeof(T));
            return value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null
                ? converted
                : Expression.Condition(Expression.Equal(value, Expression.Constant(null, value.Type)), Expression.Default(typeof(T)), converted);
        }
    }
}
