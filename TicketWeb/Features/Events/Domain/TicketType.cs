using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Events.Domain;

/// <summary>What a buyer chooses: a name, a price and the rules for having it.</summary>
internal sealed class TicketType
{
    private const int MostInOneOrder = 100;
    private const int MostForOnePerson = 10_000;
    private const int MostTiers = 10;
    private const int MostIncluded = 20;

    private TicketType()
    {
    }

    public TicketTypeId Id { get; private init; }

    public OrganizationId OrganizationId { get; private init; }

    public EventId EventId { get; private init; }

    public string Name { get; private set; } = "";

    public string Description { get; private set; } = "";

    /// <summary>In minor units of the event's currency, before fees.</summary>
    public long Price { get; private set; }

    public int FewestPerOrder { get; private set; }

    public int MostPerOrder { get; private set; }

    /// <summary>In all orders with one e-mail address together; null for any number.</summary>
    public int? MostPerPerson { get; private set; }

    public DateTimeOffset? OnSaleFrom { get; private set; }

    public DateTimeOffset? OnSaleUntil { get; private set; }

    public int Position { get; private init; }

    /// <summary>Buyers choose what they give; the price is the least.</summary>
    public bool ChoosesAmount { get; private set; }

    /// <summary>Only those may know of it who have a code that names it.</summary>
    public bool Hidden { get; private set; }

    public IReadOnlyList<Tier> Tiers { get; private set; } = [];

    /// <summary>It lets nobody in, and is had with tickets only.</summary>
    public bool IsAddOn { get; private init; }

    /// <summary>The ids of the ticket types that an add-on is for; none are all.</summary>
    public Guid[] GoesWith { get; private set; } = [];

    /// <summary>With what some of an add-on come for nothing; null where all of it is bought.</summary>
    public IncludedPer? IncludedPer { get; private set; }

    public int Included { get; private set; }

    public AddOnTerms? AddOn => IsAddOn ? new([.. GoesWith.Select(TicketTypeId.From)], IncludedPer, Included) : null;

    public static Outcome<TicketType> Offer(Event of, string zone, int position, TicketTypeInput input)
    {
        var type = new TicketType { Id = Kernel.Id.New<TicketTypeId>(), OrganizationId = of.OrganizationId, EventId = of.Id, Position = position, IsAddOn = input.AddOn is not null };
        return type.Change(of, zone, input);
    }

    public Outcome<TicketType> Change(Event of, string zone, TicketTypeInput input)
    {
        var errors = new InputErrors();
        var name = errors.Text(input.Name, "name", "The name", 80);
        var description = errors.Text(input.Description, "description", "The description", 300, optional: true);
        var price = Money.ParseCharge(input.Price, of.Currency);
        errors.Require(price is { Minor: >= 0 }, "price", $"Give a price like {new Money(2500, of.Currency).ToPlainString()}, or 0 when it is free.{of.Currency.StepSentence}");
        errors.Require(input.FewestPerOrder is >= 1 and <= MostInOneOrder, "fewestPerOrder", $"The fewest per order must be between 1 and {MostInOneOrder}.");
        // What is included need not be for sale as well.
        var least = input.AddOn?.IncludedPer is null ? 1 : 0;
        errors.Require(input.MostPerOrder >= least && input.MostPerOrder <= MostInOneOrder, "mostPerOrder", $"The most per order must be between {least} and {MostInOneOrder}.");
        errors.Require(input.FewestPerOrder is null || input.MostPerOrder is null or 0 || input.FewestPerOrder <= input.MostPerOrder, "mostPerOrder", "The most per order cannot be less than the fewest.");
        errors.Require(input.MostPerPerson is null or (>= 1 and <= MostForOnePerson), "mostPerPerson", $"The most per person must be between 1 and {MostForOnePerson:N0}, or empty for any number.");
        errors.Require(input.MostPerPerson is null || input.FewestPerOrder is null || input.FewestPerOrder <= input.MostPerPerson, "mostPerPerson", "The most per person cannot be less than the fewest per order.");
        errors.Require(input.OnSaleFrom is null || input.OnSaleUntil is null || input.OnSaleFrom < input.OnSaleUntil, "onSaleUntil", "The sale must end after it starts.");
        errors.Require(input.Tiers.Count == 0 || price is not { Minor: 0 }, "price", "A ticket with price tiers needs a price for when they are over.");
        errors.Require(input.Tiers.Count == 0 || !input.ChoosesAmount, "tiers", "Where buyers choose the amount there are no price tiers.");
        errors.Require(input.Tiers.Count <= MostTiers, "tiers", $"A ticket type can have {MostTiers} price tiers at most.");
        errors.Require(input.AddOn?.IncludedPer is null || input.AddOn.Included is >= 1 and <= MostIncluded, "included", $"Say how many are included, between 1 and {MostIncluded}.");
        List<Tier> tiers = [.. input.Tiers.Take(MostTiers).Select((t, place) => Tier.Of(t, place, Tiers, of.Currency, zone, errors))];
        if (!errors.None)
            return errors.ToRefusal();

        (Name, Description, Price) = (name, description, price!.Value.Minor);
        (FewestPerOrder, MostPerOrder, MostPerPerson) = (input.FewestPerOrder!.Value, input.MostPerOrder!.Value, input.MostPerPerson);
        OnSaleFrom = input.OnSaleFrom?.InstantAt(zone);
        OnSaleUntil = input.OnSaleUntil?.InstantAt(zone);
        (ChoosesAmount, Hidden, Tiers) = (input.ChoosesAmount, input.Hidden, tiers);
        GoesWith = [.. (input.AddOn?.GoesWith ?? []).Select(t => t.Value).Distinct()];
        (IncludedPer, Included) = (input.AddOn?.IncludedPer, input.AddOn is { IncludedPer: not null, Included: { } included } ? included : 0);
        return this;
    }

    /// <summary>Sales close when the event ends, whatever the window says.</summary>
    public SaleState SaleAt(DateTimeOffset now, DateTimeOffset eventEnds)
    {
        if (now < OnSaleFrom)
            return SaleState.NotYet;
        return now >= (OnSaleUntil ?? eventEnds) || now >= eventEnds ? SaleState.Ended : SaleState.OnSale;
    }
}
