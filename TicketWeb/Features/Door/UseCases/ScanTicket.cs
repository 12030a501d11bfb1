using TicketWeb.Features.Door.Domain;
using TicketWeb.Features.Events;
using TicketWeb.Features.Tickets;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Door.UseCases;

/// <summary>
/// Says what a scan is worth and, when it admits, checks the ticket in. One ticket scanned by twenty devices at once is one admission,
/// because the check-in's key lets only one of them in; one scan sent twice is told the same.
/// </summary>
public sealed class ScanTicket(Databases databases, IEvents events, ITickets tickets, DoorCount count, TimeProvider clock)
{
    /// <summary>No code of ours is longer; nothing longer is worth decoding.</summary>
    private const int LongestCode = 500;

    /// <summary>What took longer than this had no signal: a device gives up waiting after three seconds.</summary>
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(2);

    public async Task<ScanView> RunAsync(DeviceAccess device, ScanInput input, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var at = TimeOf(input, now);
        var here = (await events.FindAsync(device.EventId, cancel))!;
        var code = input.Code.Length <= LongestCode ? input.Code : "";
        var readable = (await tickets.ReadAsync(device.OrganizationId, here.Id, code, cancel)).IsDone(out var ticket, out var unreadable);
        var verdict = readable ? DoorRules.Judge(ticket!, here, at) : DoorRules.Judge(unreadable!);

        await using var db = databases.Tenant(device.OrganizationId.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        CheckIn? earlier = null;
        // It may be refunded at this very moment: what is judged now stays so until the check-in is written.
        if (verdict == Verdict.Admit)
            verdict = DoorRules.Judge(await tickets.HoldAsync(db, ticket!.Id, cancel), here, at);
        if (verdict == Verdict.Admit)
        {
            earlier = await DoorBook.CheckInAsync(db, CheckInOf(ticket!, here, device, input.Id, at), late: now - at > Prompt, cancel);
            verdict = earlier is null ? Verdict.Admit : Verdict.AlreadyIn;
        }

        await DoorBook.KeepAsync(db, ScanOf(input.Id, device, ticket?.Id, verdict, at, now), cancel);
        await transaction.CommitAsync(cancel);

        var isHere = ticket?.EventId == here.Id;
        var own = ticket is null || isHere ? null : await events.FindAsync(ticket.EventId, cancel);
        var (inside, expected) = await count.TodayAsync(db, here, at, cancel);
        return new ScanView(
            verdict,
            DoorWords.ToneOf(verdict),
            DoorWords.WordOf(verdict),
            isHere ? ticket!.HolderName : "",
            isHere ? here.TicketTypes.Single(t => t.Id == ticket!.TicketTypeId).Name : "",
            DoorWords.DetailOf(verdict, here, own, earlier, at),
            inside,
            expected);
    }

    /// <summary>When it was scanned by our clock, however wrong the device's is; never in the future.</summary>
    private static DateTimeOffset TimeOf(ScanInput input, DateTimeOffset now)
    {
        var waited = (input.SentAt ?? now) - input.ScannedAt;
        return waited > TimeSpan.Zero ? now - waited : now;
    }

    private static CheckIn CheckInOf(TicketView ticket, EventView here, DeviceAccess device, ScanId scan, DateTimeOffset at) => new()
    {
        TicketId = ticket.Id,
        Day = EventDays.Of(here).DayOf(at),
        OrganizationId = device.OrganizationId,
        EventId = here.Id,
        TicketTypeId = ticket.TicketTypeId,
        DeviceId = device.Id,
        ScanId = scan,
        Gate = device.Gate,
        At = at,
    };

    private static Scan ScanOf(ScanId id, DeviceAccess device, TicketId? ticket, Verdict verdict, DateTimeOffset at, DateTimeOffset now) => new()
    {
        Id = id,
        OrganizationId = device.OrganizationId,
        EventId = device.EventId,
        DeviceId = device.Id,
        TicketId = ticket,
        Verdict = verdict,
        At = at,
        ReceivedAt = now,
    };
}
