using Microsoft.AspNetCore.Http.Extensions;

namespace TicketWeb.Components.Dashboard.Operations;

/// <summary>What of the operators' page is shown, as its address says it.</summary>
internal static class OperationsAddress
{
    public const string Page = "/manage/operations";
    public const string Facts = "facts";
    public const string Mails = "mails";
    public const string Checks = "checks";

    public static string Stuck(string queue, bool aside = false, Guid? after = null) =>
        With(("show", queue == Facts ? null : queue), ("aside", aside ? "true" : null), ("after", after?.ToString()));

    public static string Runs(Guid? run = null, Guid? after = null) => With(("show", Checks), ("run", run?.ToString()), ("after", after?.ToString()));

    private static string With(params (string Name, string? Value)[] query) =>
        Page + new QueryBuilder(query.Where(q => q.Value is not null).Select(q => KeyValuePair.Create(q.Name, q.Value!)));
}
