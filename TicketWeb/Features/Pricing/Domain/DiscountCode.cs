using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing.Domain;

/// <summary>A word that makes an event's tickets cheaper, or lets somebody have what others cannot. Orders keep what it gave them, whatever becomes of it.</summary>
internal sealed class DiscountCode
{
    private const int Fewest = 3;
    private const int Longest = 40;
    private const int MostOfAnything = 1_000_000;
    private const int MostInOneOrder = 100;

    private DiscountCode()
    {
    }

    public DiscountCodeId Id { get; private init; }

    public OrganizationId OrganizationId { get; private init; }

    public EventId EventId { get; private init; }

    /// <summary>In capital letters: nobody has to mind them.</summary>
    public string Code { get; private init; } = "";

    public DiscountKind Kind { get; private set; }

    public DiscountPer Per { get; private set; }

    /// <summary>Basis points where it is a percentage, else minor units of the event's currency.</summary>
    public long Amount { get; private set; }

    /// <summary>The ids of the ticket types and add-ons that it is for; none are all ticket types.</summary>
    public Guid[] TicketTypes { get; private set; } = [];

    public DateTimeOffset? BeginsAt { get; private set; }

    public DateTimeOffset? EndsAt { get; private set; }

    public int? MostTicketsPerOrder { get; private set; }

    /// <summary>Stays as it was made: the uses of orders were counted by it.</summary>
    public DiscountPer CountedBy { get; private init; }

    public int? MostUses { get; private set; }

    public int? MostPerPerson { get; private set; }

    /// <summary>Sells its ticket types before their sale begins.</summary>
    public bool OpensEarly { get; private set; }

    /// <summary>In an order and for a person, instead of what the ticket type says; null where the type says it.</summary>
    public int? MostOfEach { get; private set; }

    /// <summary>Where its tickets are taken from; null for the open stock.</summary>
    public AllocationId? AllocationId { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    public CodeTerms Terms => new(
        Id, Code, Kind, Per, Amount, [.. TicketTypes.Select(TicketTypeId.From)], BeginsAt, EndsAt, MostTicketsPerOrder, CountedBy, MostUses, MostPerPerson)
    {
        OpensEarly = OpensEarly,
        MostOfEach = MostOfEach,
        AllocationId = AllocationId,
    };

    public static Outcome<DiscountCode> Create(EventView of, CodeInput input, DateTimeOffset now)
    {
        var code = new DiscountCode
        {
            Id = Kernel.Id.New<DiscountCodeId>(),
            OrganizationId = of.OrganizationId,
            EventId = of.Id,
            Code = CodeTerms.Normal(input.Code) ?? "",
            CountedBy = input.CountedBy,
            AllocationId = input.Allocation,
            CreatedAt = now,
        };
        return code.Set(of, input);
    }

    /// <summary>For orders that are still to come. The word, what a use is and where its tickets are taken from stay.</summary>
    public Outcome<DiscountCode> Change(EventView of, CodeInput input) => Set(of, AllocationId is null ? input : input with { Types = Terms.Types });

    /// <summary>Orders that have it already keep it. What has ended before stays as it was.</summary>
    public void End(DateTimeOffset now) => EndsAt = now < EndsAt || EndsAt is null ? now : EndsAt;

    private Outcome<DiscountCode> Set(EventView of, CodeInput input)
    {
        var errors = new InputErrors();
        errors.Require(
            Code.Length is >= Fewest and <= Longest && Code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'),
            "code", $"Give {Fewest} to {Longest} letters and digits without spaces, like EARLYBIRD.");
        var amount = input.Kind switch
        {
            DiscountKind.Percent => BasisPoints.Parse(input.Amount)?.Value,
            DiscountKind.Flat => Money.ParseCharge(input.Amount, of.Currency)?.Minor,
            DiscountKind.Nothing => 0,
        };
        errors.Require(amount > 0 || input.Kind == DiscountKind.Nothing, "amount", input.Kind switch
        {
            DiscountKind.Percent => "Give a percentage between 0.01 and 100, like 20.",
            DiscountKind.Flat or DiscountKind.Nothing => $"Give an amount like {new Money(500, of.Currency).ToPlainString()}.{of.Currency.StepSentence}",
        });
        errors.Require(input.Types.All(t => of.Offers.Any(known => known.Id == t)), "types", "Choose ticket types of this event.");
        errors.Require(
            input.Kind != DiscountKind.Nothing || input.OpensEarly || input.MostOfEach is not null || AllocationId is not null || of.TicketTypes.Any(t => t.Hidden && input.Types.Contains(t.Id)),
            "kind", "Say what the code does: it takes something off, names a hidden ticket type, opens the sale early, or lets people have more.");
        errors.Require(input.MostOfEach is null or (>= 1 and <= MostInOneOrder), "mostOfEach", $"The most of a ticket type must be between 1 and {MostInOneOrder}, or empty for what the type says.");
        errors.Require(input.Begins is null || input.Ends is null || input.Begins < input.Ends, "ends", "It must end after it begins.");
        Limit(errors, input.MostTicketsPerOrder, "mostTicketsPerOrder", "The most tickets in one order");
        Limit(errors, input.MostUses, "mostUses", "The most uses");
        Limit(errors, input.MostPerPerson, "mostPerPerson", "The most per person");
        if (!errors.None)
            return errors.ToRefusal();

        (Kind, Per, Amount) = (input.Kind, input.Per, amount!.Value);
        TicketTypes = [.. input.Types.Select(t => t.Value).Distinct()];
        (BeginsAt, EndsAt) = (input.Begins?.InstantAt(of.Venue.TimeZone), input.Ends?.InstantAt(of.Venue.TimeZone));
        MostTicketsPerOrder = input.Kind == DiscountKind.Nothing ? null : input.MostTicketsPerOrder;
        (MostUses, MostPerPerson) = (input.MostUses, input.MostPerPerson);
        (OpensEarly, MostOfEach) = (input.OpensEarly, input.MostOfEach);
        return this;
    }

    private static void Limit(InputErrors errors, int? limit, string field, string name) =>
        errors.Require(limit is null or (>= 1 and <= MostOfAnything), field, $"{name} must be between 1 and {MostOfAnything:N0}, or empty for any number.");
}
