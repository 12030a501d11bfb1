using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.WaitingRoom.UseCases;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.WaitingRoom;

public sealed class RoomBoardTests(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database = new(postgres);

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_crowd_that_comes_at_once_asks_the_database_once()
    {
        var queries = new Queries();
        var board = _database.Build(s => s.AddSingleton<IInterceptor>(queries)).GetRequiredService<RoomBoard>();

        await Task.WhenAll(Enumerable.Range(0, 400).Select(_ => Task.Run(async () => await board.FindAsync("night-swimmers", Cancel))));

        queries.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task Who_comes_after_a_look_that_failed_looks_again()
    {
        var queries = new Queries { Fails = true };
        var board = _database.Build(s => s.AddSingleton<IInterceptor>(queries)).GetRequiredService<RoomBoard>();
        await Should.ThrowAsync<InvalidDataException>(async () => await board.FindAsync("night-swimmers", Cancel));

        queries.Fails = false;

        (await board.FindAsync("night-swimmers", Cancel)).Room.ShouldBeNull();
    }

    private sealed class Queries : DbCommandInterceptor
    {
        private int _asked;

        public int Asked => _asked;

        public bool Fails { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _asked);
            return Fails ? throw new InvalidDataException() : ValueTask.FromResult(result);
        }
    }
}
