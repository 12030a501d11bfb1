using System.Collections.Concurrent;
using Npgsql;
using Shouldly;
using TicketWeb.Platform.Jobs;
using Xunit;

namespace TicketWeb.Tests.Platform.Jobs;

public sealed class GroupCommitTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly Writer _writer = new();

    [Fact]
    public async Task What_comes_while_a_batch_is_written_is_the_next_batch_in_its_order()
    {
        var first = _writer.Join("door", 1, Cancel)!;
        await _writer.Begun("door");
        Task<int>[] later = [_writer.Join("door", 2, Cancel)!, _writer.Join("door", 3, Cancel)!, _writer.Join("door", 4, Cancel)!];
        _writer.Open();

        (await first).ShouldBe(10);
        (await Task.WhenAll(later)).ShouldBe([20, 30, 40]);
        _writer.Batches.ShouldBe(["1", "2 3 4"]);
    }

    [Fact]
    public async Task Different_keys_do_not_wait_for_each_other()
    {
        var held = _writer.Join("one", 1, Cancel)!;
        await _writer.Begun("one");
        var other = _writer.Join("two", 2, Cancel)!;
        await _writer.Begun("two");

        held.IsCompleted.ShouldBeFalse();
        _writer.Open();
        (await held + await other).ShouldBe(30);
    }

    [Fact]
    public async Task Who_is_gone_before_the_batch_begins_is_dropped()
    {
        using var gone = new CancellationTokenSource();
        var first = _writer.Join("door", 1, Cancel)!;
        await _writer.Begun("door");
        var dropped = _writer.Join("door", 2, gone.Token)!;
        var stays = _writer.Join("door", 3, Cancel)!;
        await gone.CancelAsync();
        _writer.Open();

        await first;
        await stays;
        await Should.ThrowAsync<TaskCanceledException>(() => dropped);
        _writer.Batches.ShouldBe(["1", "3"]);
    }

    [Fact]
    public async Task One_that_fails_fails_alone()
    {
        _writer.Bad = 3;
        var first = _writer.Join("door", 1, Cancel)!;
        await _writer.Begun("door");
        var (two, three, four) = (_writer.Join("door", 2, Cancel)!, _writer.Join("door", 3, Cancel)!, _writer.Join("door", 4, Cancel)!);
        _writer.Open();

        await first;
        (await two).ShouldBe(20);
        (await four).ShouldBe(40);
        (await Should.ThrowAsync<InvalidOperationException>(() => three)).Message.ShouldBe("3 is bad.");
    }

    [Fact]
    public async Task A_database_out_of_reach_is_not_asked_once_for_each()
    {
        _writer.OutOfReach = true;
        var first = _writer.Join("door", 1, Cancel)!;
        await _writer.Begun("door");
        Task<int>[] later = [_writer.Join("door", 2, Cancel)!, _writer.Join("door", 3, Cancel)!];
        _writer.Open();

        await Should.ThrowAsync<NpgsqlException>(() => first);
        foreach (var task in later)
            await Should.ThrowAsync<NpgsqlException>(() => task);
        _writer.Batches.ShouldBe(["1", "2 3"]);
    }

    [Fact]
    public async Task When_too_many_wait_the_next_is_told_at_once()
    {
        var first = _writer.Join("door", 0, Cancel)!;
        await _writer.Begun("door");
        var waiting = Enumerable.Range(1, 5_000).Select(i => _writer.Join("door", i, Cancel)!).ToList();

        _writer.Join("door", 5_001, Cancel).ShouldBeNull();

        _writer.Open();
        await first;
        (await Task.WhenAll(waiting)).Length.ShouldBe(5_000);
    }

    [Fact]
    public async Task While_others_have_their_turns_a_batch_gathers_and_in_the_end_goes_ahead()
    {
        var (one, two) = (_writer.Join("one", 8, Cancel)!, _writer.Join("two", 9, Cancel)!);
        await Task.WhenAll(_writer.Begun("one"), _writer.Begun("two"));
        Task<int>[] later = [_writer.Join("door", 1, Cancel)!, _writer.Join("door", 2, Cancel)!, _writer.Join("door", 3, Cancel)!];

        await _writer.Begun("door");
        (one.IsCompleted || two.IsCompleted).ShouldBeFalse("they hold both turns");
        _writer.Open();

        (await Task.WhenAll([one, two, .. later])).ShouldBe([80, 90, 10, 20, 30]);
        _writer.Batches.Order().ShouldBe(["1 2 3", "8", "9"]);
    }

    [Fact]
    public async Task A_queue_that_ran_empty_begins_again()
    {
        _writer.Open();

        (await _writer.Join("door", 1, Cancel)!).ShouldBe(10);
        (await _writer.Join("door", 2, Cancel)!).ShouldBe(20);
    }

    /// <summary>Answers with ten times the request, once its door is open.</summary>
    private sealed class Writer() : GroupCommit<string, int, int>(new BatchTurns(2))
    {
        private readonly TaskCompletionSource _door = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ConcurrentDictionary<string, TaskCompletionSource> _begun = [];

        public ConcurrentQueue<string> Batches { get; } = [];

        public int? Bad { get; set; }

        public bool OutOfReach { get; set; }

        public void Open() => _door.SetResult();

        public Task Begun(string key) => Beginning(key).Task.WaitAsync(Cancel);

        protected override async Task<IReadOnlyList<int>> WriteAsync(string key, IReadOnlyList<int> requests)
        {
            Beginning(key).TrySetResult();
            await _door.Task;
            Batches.Enqueue(string.Join(' ', requests));
            if (OutOfReach)
                throw new NpgsqlException("Nobody there.");
            return requests.Contains(Bad ?? -1) ? throw new InvalidOperationException($"{Bad} is bad.") : [.. requests.Select(r => r * 10)];
        }

        private TaskCompletionSource Beginning(string key) => _begun.GetOrAdd(key, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
    }
}
