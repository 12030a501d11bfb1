using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Events.UseCases;

/// <summary>Gives an event its picture, and hands pictures out by their unguessable id.</summary>
public sealed class ShowPicture(Databases databases)
{
    public async Task<Outcome<Done>> RunAsync(Access access, EventId id, byte[] content, string contentType, int width, int height, CancellationToken cancel)
    {
        await using var db = databases.Tenant(access.OrganizationId.Value);
        if (!access.May(Permission.EditEvents) || await db.Set<Event>().AsTracking().SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } shown)
            return new NotFound("event");

        var picture = new Picture { Id = Guid.NewGuid(), OrganizationId = access.OrganizationId, Content = content, ContentType = contentType, Width = width, Height = height };
        db.Add(picture);
        shown.Show(picture.Id);
        await db.SaveChangesAsync(cancel);
        return new Done();
    }

    /// <summary>The bytes with their content type; null when there is no such picture.</summary>
    public async Task<(byte[] Content, string ContentType)?> ReadAsync(Guid picture, CancellationToken cancel)
    {
        await using var db = databases.Service();
        var found = await db.Set<Picture>().SingleOrDefaultAsync(p => p.Id == picture, cancel);
        return found is null ? null : (found.Content, found.ContentType);
    }
}
