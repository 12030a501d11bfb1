using System.Text.Json.Nodes;

namespace TicketWeb.Tests.Support.StripeEmulator;

/// <summary>What is answered to a request.</summary>
internal sealed record StripeAnswer(int Status, JsonObject Body)
{
    public static StripeAnswer Done(JsonObject body) => new(200, body.DeepClone().AsObject());

    public static StripeAnswer Page(string url, IEnumerable<JsonObject> items) =>
        Done(new JsonObject { ["object"] = "list", ["url"] = url, ["has_more"] = false, ["data"] = new JsonArray([.. items.Select(i => i.DeepClone())]) });

    public static StripeAnswer Wrong(string message, string? code = null) => Error(400, "invalid_request_error", code, message);

    public static StripeAnswer Missing(string kind, string id) => Error(404, "invalid_request_error", "resource_missing", $"No such {kind}: '{id}'");

    public static StripeAnswer Declined(JsonObject intent) => new(402, new JsonObject
    {
        ["error"] = intent["last_payment_error"]!.DeepClone().AsObject().With("payment_intent", intent.DeepClone()),
    });

    public static StripeAnswer Error(int status, string type, string? code, string message) =>
        new(status, new JsonObject { ["error"] = new JsonObject { ["type"] = type, ["code"] = code, ["message"] = message } });
}
