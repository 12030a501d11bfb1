using TicketWeb.Tests.Support;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace TicketWeb.Tests.Support;

/// <summary>Stories and whatever starts whole apps go ahead of the rest: begun late, a class of eighty seconds would run on alone with all else done.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = ["TicketWeb.Tests.Stories.", "TicketWeb.Tests.Nodes.", "TicketWeb.Tests.Platform."];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => !Long.Any(folder => collection.TestCollectionDisplayName.Contains(folder, StringComparison.Ordinal)))];
}
