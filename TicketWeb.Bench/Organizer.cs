using TicketWeb.Features.Events;
using TicketWeb.Features.Events.UseCases;
using TicketWeb.Features.Inventory.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Organizations.UseCases;

namespace TicketWeb.Bench;

/// <summary>Puts events on sale, by the use cases that a team's pages call.</summary>
internal sealed class Organizer
{
    /// <summary>More than any run sells.</summary>
    public const int Plenty = 1_000_000;

    private readonly Rig _rig;

    private Organizer(Rig rig, Membership membership) => (_rig, Membership) = (rig, membership);

    public Membership Membership { get; }

    private Access Access => Membership.Access;

    public static async Task<Organizer> FoundAsync(Rig rig, CancellationToken cancel, Guid? owner = null)
    {
        var account = owner ?? Guid.NewGuid();
        var slug = (await rig.Get<CreateOrganization>().RunAsync(account, "Lantern Hall", "Europe/London", "GBP", "office@lantern.example", cancel)).Value;
        return new Organizer(rig, (await rig.Get<IOrganizations>().FindMembershipAsync(account, slug, cancel))!);
    }

    /// <summary>An event on sale, with one pool and one ticket type at 25 pounds.</summary>
    /// <param name="starts">As the clocks in London show it; a month from now unless said.</param>
    public async Task<OnSale> PublishAsync(string title, int capacity, CancellationToken cancel, DateTime? starts = null)
    {
        var begins = starts ?? DateTime.UtcNow.Date.AddDays(30).AddHours(20);
        var venue = (await _rig.Get<SaveVenue>().RunAsync(
            Access, null, new VenueInput("The Boiler Room", "3 Kiln Lane", "Bristol", "BS1 4AA", "GB", "Europe/London", 500), cancel)).Value;
        var id = (await _rig.Get<PlanEvent>().RunAsync(
            Access, new EventInput(venue, title, Category.Music, "A night out.", "", null, begins, begins.AddHours(3)), cancel)).Value;
        var pool = (await _rig.Get<SavePool>().RunAsync(Access, id, null, "Room", capacity, cancel)).Value;
        var type = (await _rig.Get<SaveTicketType>().RunAsync(Access, id, null, new TicketTypeInput("Standing", "", "25"), [pool], cancel)).Value;
        _ = (await _rig.Get<PublishEvent>().RunAsync(Access, id, cancel)).Value;
        return new OnSale(Access, id, pool, type, (await _rig.Get<IEvents>().FindAsync(id, cancel))!.Slug);
    }
}
