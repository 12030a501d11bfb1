using System.Text.Json;
using System.Text.Json.Serialization;
using TicketWeb.Features.Door;
using TicketWeb.Features.Door.UseCases;
using TicketWeb.Kernel;
using TicketWeb.Platform.Security;

namespace TicketWeb.Components.Scanner;

/// <summary>What the door's script asks the server. A device proves itself with its token in the Authorization header, so no cookie is involved.</summary>
public static class DoorEndpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) } };

    public static void MapDoor(this IEndpointRouteBuilder app)
    {
        var door = app.MapGroup("/door/api").AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        door.MapPost("/pair", PairAsync).RequireRateLimiting(Limits.SignIn);
        door.MapGet("/event", ShowAsync);
        door.MapPost("/scans", ScanAsync);
    }

    private static async Task<IResult> PairAsync(PairingRequest request, PairDevice pair, CancellationToken cancel) =>
        (await pair.RunAsync(request.Code, request.Name, cancel)).IsDone(out var paired, out var refusal)
            ? Results.Json(new { paired.Token, Device = paired.Name }, Json)
            : Problem(refusal, StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> ShowAsync(HttpRequest request, RecogniseDevice recognise, ShowDoor show, CancellationToken cancel) =>
        (await recognise.RunAsync(request.Headers.Authorization, cancel)).IsDone(out var device, out var refusal)
            ? Results.Json(await show.RunAsync(device, cancel), Json)
            : Problem(refusal, StatusCodes.Status401Unauthorized);

    private static async Task<IResult> ScanAsync(ScanRequest scan, HttpRequest request, RecogniseDevice recognise, ScanTicket tickets, CancellationToken cancel) =>
        (await recognise.RunAsync(request.Headers.Authorization, cancel)).IsDone(out var device, out var refusal)
            ? Results.Json(await tickets.RunAsync(device, new ScanInput(ScanId.From(scan.Id), scan.Code ?? "", scan.ScannedAt, scan.SentAt), cancel), Json)
            : Problem(refusal, StatusCodes.Status401Unauthorized);

    private static IResult Problem(Refusal refusal, int status) =>
        Results.Problem(refusal.Sentence, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = refusal.Code });

    internal sealed record PairingRequest(string? Code, string? Name);

    internal sealed record ScanRequest(Guid Id, string? Code, DateTimeOffset ScannedAt, DateTimeOffset? SentAt);
}
