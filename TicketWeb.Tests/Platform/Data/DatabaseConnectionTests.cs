using Shouldly;
using TicketWeb.Platform.Data;
using Xunit;

namespace TicketWeb.Tests.Platform.Data;

public sealed class DatabaseConnectionTests
{
    [Theory]
    [InlineData(null, "No database: set ConnectionStrings__TicketWeb to a PostgreSQL connection string.")]
    [InlineData("", "No database: set ConnectionStrings__TicketWeb to a PostgreSQL connection string.")]
    [InlineData("Server of mine", "ConnectionStrings__TicketWeb is no PostgreSQL connection string")]
    public void What_is_no_connection_says_so(string? text, string sentence) =>
        Should.Throw<DatabaseUnavailableException>(() => new DatabaseConnection(text)).Message.ShouldStartWith(sentence);
}
