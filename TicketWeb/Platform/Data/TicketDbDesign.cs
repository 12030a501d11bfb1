using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace TicketWeb.Platform.Data;

/// <summary>Lets <c>dotnet ef</c> read the model without a database or a running app.</summary>
internal sealed class TicketDbDesign : IDesignTimeDbContextFactory<TicketDb>
{
    public TicketDb CreateDbContext(string[] args) =>
        new TicketDb(TicketDbOptions.With()).On(NpgsqlDataSource.Create("Host=localhost"));
}
