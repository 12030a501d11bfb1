using System.Reflection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TicketWeb.Kernel;
using TicketWeb.Platform.Security;

namespace TicketWeb.Platform.Data;

/// <summary>
/// The one database, a schema per feature. It has no sets of its own: a feature asks for <c>Set&lt;T&gt;()</c> of its entities, and their
/// mappings are found in the assembly, so nothing here knows a feature. Made by <see cref="Databases"/>.
/// </summary>
public sealed class TicketDb(DbContextOptions<TicketDb> options) : IdentityUserContext<Account, Guid>(options)
{
    /// <summary>The organization whose rows this context may see and write; null for the service, which sees all.</summary>
    public Guid? Organization { get; set; }

    /// <summary>The rows of a batch, which it reads to change and writes without EF's watch; null where EF keeps it.</summary>
    internal BatchRows? Batch { get; set; }

    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        base.ConfigureConventions(conventions);
        conventions.Properties<Enum>().HaveConversion<string>();
        conventions.Properties<Currency>().HaveConversion<CurrencyConverter>();
        foreach (var id in Assembly.GetExecutingAssembly().GetTypes().Where(t => t.IsValueType && t.GetInterfaces().Any(IsId)))
            conventions.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.ApplyConfigurationsFromAssembly(Assembly.GetExecutingAssembly());
        foreach (var entity in model.Model.GetEntityTypes().Where(e => !e.IsMappedToJson()))
            NameInSnakeCase(entity);
    }

    private static bool IsId(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IId<>);

    private static void NameInSnakeCase(IMutableEntityType entity)
    {
        foreach (var property in entity.GetProperties())
        {
            // The row version is PostgreSQL's own column and keeps its name.
            if (property.GetColumnName() != "xmin")
                property.SetColumnName(SnakeCase.From(property.GetColumnName()));
        }
    }
}
