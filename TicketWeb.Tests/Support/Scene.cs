namespace TicketWeb.Tests.Support;

/// <summary>
/// What the tests of one class begin with: an event, and what became of it. The app plays it once, for the first test that asks; the others find the
/// rows that it left in their own databases, and the clock where it stood.
/// </summary>
/// <param name="play">Runs in a database with nothing in it.</param>
public sealed class Scene(Func<TestDatabase, Task<MadeEvent>> play)
{
    private (string Rows, DateTimeOffset At, MadeEvent Night)? _played;

    /// <param name="database">With nothing in it.</param>
    public async Task<MadeEvent> InAsync(TestDatabase database)
    {
        if (_played is not var (rows, at, night))
        {
            night = await play(database);
            _played = (await database.RowsAsync(), database.Clock.GetUtcNow(), night);
            return night;
        }

        await database.AskAsync(rows);
        database.Clock.Advance(at - database.Clock.GetUtcNow());
        return night with { By = night.By with { Services = database.Services } };
    }
}
