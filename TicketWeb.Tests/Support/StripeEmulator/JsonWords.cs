using System.Text.Json.Nodes;

namespace TicketWeb.Tests.Support.StripeEmulator;

internal static class JsonWords
{
    public static JsonObject With(this JsonObject of, string name, JsonNode? value)
    {
        of[name] = value;
        return of;
    }

    public static string Text(this JsonObject of, string name) => of[name]?.GetValue<string>() ?? "";

    public static long Number(this JsonObject of, string name) => of[name]?.GetValue<long>() ?? 0;

    /// <summary>A webhook about this object.</summary>
    public static JsonObject Event(this JsonObject about, string type, string id) =>
        new() { ["id"] = id, ["object"] = "event", ["type"] = type, ["data"] = new JsonObject { ["object"] = about.DeepClone() } };

    /// <summary>The object "metadata" of fields like metadata[order].</summary>
    public static JsonObject Metadata(this StripeRequest request)
    {
        var metadata = new JsonObject();
        foreach (var (name, value) in request.Form)
        {
            if (name.StartsWith("metadata[", StringComparison.Ordinal))
                metadata[name["metadata[".Length..^1]] = value;
        }

        return metadata;
    }
}
