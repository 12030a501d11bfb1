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

    public Task<ScanView> RunAsync(DeviceAccess device, ScanInput input, CancellationToken cancel) =>
        RunAsync(new Scanner(device.Id, null, device.OrganizationId, device.EventId, device.Gate), input, cancel);

    /// <summary>The same for somebody of the team who has no device.</summary>
    internal async Task<ScanView> RunAsync(Scanner by, ScanInput input, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var at = TimeOf(input, now);
        var here = (await events.FindAsync(by.EventId, cancel))!;
        var code = input.Code.Length <= LongestCode ? input.Code : "";
        var readable = (await tickets.ReadAsync(by.OrganizationId, here.Id, code, cancel)).IsDone(out var ticket, out var unreadable);
        var verdict = readable ? DoorRules.Judge(ticket!, here, at) : DoorRules.Judge(unreadable!);

        await using var db = databases.Tenant(by.OrganizationId.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        CheckIn? earlier = null;
        // It may be refunded at this very moment: what is judged now stays so until the check-in is written.
        if (verdict == Verdict.Admit)
            verdict = DoorRules.Judge(await tickets.HoldAsync(db, ticket!.Id, cancel), here, at);
        if (verdict == Verdict.Admit)
        {
            earlier = await DoorBook.CheckInAsync(db, CheckInOf(ticket!, here, by, input.Id, at), late: now - at > Prompt, cancel);
            verdict = earlier is null ? Verdict.Admit : Verdict.AlreadyIn;
        }

        await DoorBook.KeepAsync(db, ScanOf(input.Id, by, ticket?.Id, verdict, at, now), cancel);
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

    private static CheckIn CheckInOf(TicketView ticket, EventView here, Scanner by, ScanId scan, DateTimeOffset at) => new()
    {
        TicketId = ticket.Id,
        Day = EventDays.Of(here).DayOf(at),
        OrganizationId = by.OrganizationId,
        EventId = here.Id,
        TicketTypeId = ticket.TicketTypeId,
        DeviceId = by.Device,
        PersonId = by.Person,
        ScanId = scan,
        Gate = by.Gate,
        At = at,
    };

    private static Scan ScanOf(ScanId id, Scanner by, TicketId? ticket, Verdict verdict, DateTimeOffset at, DateTimeOffset now) => new()
    {
        Id = id,
        OrganizationId = by.OrganizationId,
        EventId = by.EventId,
        DeviceId = by.Device,
        PersonId = by.Person,
        TicketId = ticket,
        Verdict = verdict,
        At = at,
        ReceivedAt = now,
    };
}
