using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Door.Domain;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Door.UseCases;

/// <summary>Writes down who came in and what was scanned, in SQL because "unless it is there" is one word in it.</summary>
internal static class DoorBook
{
    /// <summary>Null when this scan checked the ticket in, now or when it was sent before; else the check-in of whoever was faster.</summary>
    /// <param name="late">
    /// True when the scan had to wait for a signal: its guest is inside already, so if it was made first it wins, and the scan that came
    /// between stays in the book as a second entry. Of scans that come at once, the first to arrive wins: their clocks are not that exact.
    /// </param>
    public static async Task<CheckIn?> CheckInAsync(TicketDb db, CheckIn wanted, bool late, CancellationToken cancel)
    {
        // Who comes second waits here until the first has committed, and then finds the key taken.
        var made = await db.Database.ExecuteSqlAsync(
            $"""
            insert into door.check_ins (ticket_id, day, organization_id, event_id, ticket_type_id, device_id, person_id, scan_id, gate, at)
            values ({wanted.TicketId.Value}, {wanted.Day}, {wanted.OrganizationId.Value}, {wanted.EventId.Value}, {wanted.TicketTypeId.Value},
                    {wanted.DeviceId?.Value}, {wanted.PersonId}, {wanted.ScanId.Value}, {wanted.Gate}, {wanted.At})
            on conflict do nothing
            """, cancel);
        if (made == 1 || (late && await MoveBackAsync(db, wanted, cancel)))
            return null;
        var there = await db.Set<CheckIn>().SingleAsync(c => c.TicketId == wanted.TicketId && c.Day == wanted.Day, cancel);
        return there.ScanId == wanted.ScanId ? null : there;
    }

    /// <summary>Keeps a scan once, however often its device sends it.</summary>
    public static Task KeepAsync(TicketDb db, Scan scan, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"""
        insert into door.scans (id, organization_id, event_id, device_id, person_id, ticket_id, verdict, at, received_at)
        values ({scan.Id.Value}, {scan.OrganizationId.Value}, {scan.EventId.Value}, {scan.DeviceId?.Value}, {scan.PersonId}, {scan.TicketId?.Value},
                {scan.Verdict.ToString()}, {scan.At}, {scan.ReceivedAt})
        on conflict do nothing
        """, cancel);

    private static async Task<bool> MoveBackAsync(TicketDb db, CheckIn wanted, CancellationToken cancel) => 1 == await db.Database.ExecuteSqlAsync(
        $"""
        update door.check_ins set at = {wanted.At}, scan_id = {wanted.ScanId.Value}, device_id = {wanted.DeviceId?.Value}, person_id = {wanted.PersonId}, gate = {wanted.Gate}
        where ticket_id = {wanted.TicketId.Value} and day = {wanted.Day} and at > {wanted.At}
        """, cancel);
}
