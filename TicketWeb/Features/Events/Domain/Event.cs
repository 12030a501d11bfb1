using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Events.Domain;

/// <summary>Something people come to, at a venue, from a start to an end.</summary>
internal sealed class Event
{
    private const int LongestDays = 60;
    private const int LongestName = 100;
    private const int MostNames = 50;

    private Event()
    {
    }

    public EventId Id { get; private init; }

    public OrganizationId OrganizationId { get; private init; }

    public VenueId VenueId { get; private set; }

    public string Slug { get; private init; } = "";

    public string Title { get; private set; } = "";

    public Category Category { get; private set; }

    public string Summary { get; private set; } = "";

    public string Description { get; private set; } = "";

    public string[] LineUp { get; private set; } = [];

    public DateTimeOffset? DoorsAt { get; private set; }

    public DateTimeOffset StartsAt { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }

    public int? AgeLimit { get; private set; }

    public EventState State { get; private set; }

    public Guid? PictureId { get; private set; }

    public Currency Currency { get; private init; }

    /// <summary>True where the organizer pays the platform's fee.</summary>
    public bool AbsorbsFees { get; private set; }

    /// <summary>A fee of the organizer's own on each ticket, in minor units, as versions before the list of fees wrote it.</summary>
    public long OwnFee { get; private set; }

    public int OwnFeeBasisPoints { get; private set; }

    /// <summary>The organizer's own fees.</summary>
    public IReadOnlyList<OwnFee> OwnFees { get; private set; } = [];

    /// <summary>What the processor takes of each order, in minor units.</summary>
    public long ProcessingFlat { get; private set; }

    public int ProcessingBasisPoints { get; private set; }

    /// <summary>True where the organizer pays what the processor takes.</summary>
    public bool AbsorbsProcessing { get; private set; }

    public EventFees Fees => new(
        AbsorbsFees,
        (OwnFee, OwnFeeBasisPoints) == (0, 0) ? OwnFees : [new OwnFee("", OwnFee, new BasisPoints(OwnFeeBasisPoints)), .. OwnFees],
        (ProcessingFlat, ProcessingBasisPoints) == (0, 0) ? null : new ProcessingTerms(ProcessingFlat, new BasisPoints(ProcessingBasisPoints), AbsorbsProcessing));

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public static Outcome<Event> Plan(OrganizationId organization, Currency currency, Venue venue, string slug, EventInput input, DateTimeOffset now)
    {
        var planned = new Event
        {
            Id = Kernel.Id.New<EventId>(),
            OrganizationId = organization,
            Slug = slug,
            State = EventState.Draft,
            Currency = currency,
            CreatedAt = now,
        };
        return planned.Change(venue, input);
    }

    public Outcome<Event> Change(Venue venue, EventInput input)
    {
        var errors = new InputErrors();
        var title = errors.Text(input.Title, "title", "The title", 120);
        errors.Require(title.Length == 0 || Kernel.Slug.From(title).Length > 0, "title", "The title needs letters or digits that fit in an address.");
        var summary = errors.Text(input.Summary, "summary", "The summary", 200, optional: true);
        var description = errors.Text(input.Description, "description", "The description", 20_000, optional: true);
        errors.Require(input.Category is not null, "category", "Choose a category.");
        errors.Require(input.Starts is not null, "starts", "Say when it starts.");
        errors.Require(input.Ends is not null, "ends", "Say when it ends.");
        errors.Require(input.AgeLimit is null or (>= 0 and <= 99), "ageLimit", "The age limit must be between 0 and 99.");
        if (input is { Starts: { } from, Ends: { } to })
        {
            errors.Require(to > from, "ends", "It must end after it starts.");
            errors.Require(to <= from.AddDays(LongestDays), "ends", $"An event may last {LongestDays} days at most.");
            errors.Require(input.Doors is null || (input.Doors <= from && input.Doors >= from.AddDays(-1)), "doors", "Doors open before the start, on the same day or the night before.");
        }

        List<string> lineUp = [.. input.LineUp.Select(name => name.Trim()).Where(name => name.Length > 0)];
        errors.Require(lineUp.Count <= MostNames, "lineUp", $"A line-up may have {MostNames} names at most; this one has {lineUp.Count}.");
        if (lineUp.Find(name => name.Length > LongestName) is { } tooLong)
            errors.Require(false, "lineUp", $"A name may have {LongestName} characters at most; “{tooLong[..30]}…” has {tooLong.Length}.");

        if (!errors.None)
            return errors.ToRefusal();

        (VenueId, Title, Category, Summary, Description) = (venue.Id, title, input.Category!.Value, summary, description);
        DoorsAt = input.Doors?.InstantAt(venue.TimeZone);
        StartsAt = input.Starts!.Value.InstantAt(venue.TimeZone);
        EndsAt = input.Ends!.Value.InstantAt(venue.TimeZone);
        AgeLimit = input.AgeLimit;
        LineUp = [.. lineUp];
        return this;
    }

    public Outcome<Done> Charge(FeesInput input)
    {
        var errors = new InputErrors();
        var fees = FeeTerms.Read(input, Currency, errors);
        if (!errors.None)
            return errors.ToRefusal();

        (AbsorbsFees, OwnFees, OwnFee, OwnFeeBasisPoints) = (fees.Absorbs, fees.Own, 0, 0);
        (ProcessingFlat, ProcessingBasisPoints, AbsorbsProcessing) = (fees.Processing?.Flat ?? 0, fees.Processing?.Share.Value ?? 0, fees.Processing?.Absorbed ?? false);
        return new Done();
    }

    public void Show(Guid? picture) => PictureId = picture;

    /// <param name="sellable">How many of its ticket types have stock.</param>
    public Outcome<Event> Publish(int sellable, DateTimeOffset now)
    {
        if (State == EventState.Published)
            return this;
        if (State == EventState.Cancelled)
            return new EventIsCancelled();
        if (sellable == 0)
            return new NothingToSell();
        if (EndsAt <= now)
            return new EventIsOver();

        State = EventState.Published;
        PublishedAt = now;
        return this;
    }

    /// <summary>Back to draft; only while nothing was sold.</summary>
    public Outcome<Event> Withdraw(bool anythingClaimed)
    {
        if (anythingClaimed)
            return new TicketsAreOut();
        if (State == EventState.Published)
            State = EventState.Draft;
        return this;
    }
}
