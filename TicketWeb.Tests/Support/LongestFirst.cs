using System.Collections.Concurrent;
using System.Reflection;
using TicketWeb.Tests.Support;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestFramework(typeof(LongestFirst))]

namespace TicketWeb.Tests.Support;

/// <summary>
/// Stories and whatever starts whole apps go ahead of the rest: begun late, a class of eighty seconds would run on alone with all else done. First of
/// all are two that need no <see cref="TestPostgres"/>, which is still starting. xUnit starts all collections at once and lets them come
/// for their turns, in about the order that it was told; here each is begun when it is its turn.
/// </summary>
public sealed class LongestFirst : XunitTestFramework
{
    private static readonly string[] First =
    [
        "TicketWeb.Tests.Architecture.", "TicketWeb.Tests.Platform.Files.", "TicketWeb.Tests.Stories.WaitingRoomStories",
        "TicketWeb.Tests.Stories.", "TicketWeb.Tests.Nodes.", "TicketWeb.Tests.Features.Orders.DiscountCodeTests", "TicketWeb.Tests.Platform.",
    ];

    protected override ITestFrameworkExecutor CreateExecutor(Assembly assembly) => new Executor(new XunitTestAssembly(assembly, null, assembly.GetName().Version));

    private sealed class Executor(IXunitTestAssembly assembly) : XunitTestFrameworkExecutor(assembly)
    {
        public override async ValueTask RunTestCases(
            IReadOnlyCollection<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions, CancellationToken cancellationToken) =>
            await new Runner().Run(TestAssembly, testCases, executionMessageSink, executionOptions, cancellationToken);
    }

    private sealed class Runner : XunitTestAssemblyRunner
    {
        protected override async ValueTask<RunSummary> RunTestCollections(XunitTestAssemblyRunnerContext ctxt, Exception? exception)
        {
            if (exception is not null || ctxt.DisableParallelization || ctxt.MaxParallelThreads < 1)
                return await base.RunTestCollections(ctxt, exception);
            var left = new ConcurrentQueue<(IXunitTestCollection Collection, List<IXunitTestCase> Cases)>(
                OrderTestCollections(ctxt).OrderBy(c => Turn(c.Collection.TestCollectionDisplayName)));
            var summary = new RunSummary();
            foreach (var part in await Task.WhenAll(Enumerable.Range(0, ctxt.MaxParallelThreads).Select(_ => Task.Run(WorkAsync))))
                summary.Aggregate(part);
            return summary;

            static int Turn(string collection) =>
                Array.FindIndex(First, name => collection.Contains(name, StringComparison.Ordinal)) is var turn and not -1 ? turn : First.Length;

            async Task<RunSummary> WorkAsync()
            {
                var done = new RunSummary();
                while (left.TryDequeue(out var next))
                    done.Aggregate(await RunTestCollection(ctxt, next.Collection, next.Cases));
                return done;
            }
        }
    }
}
