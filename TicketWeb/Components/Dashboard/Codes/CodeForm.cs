using TicketWeb.Components.Dashboard.Fields;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Dashboard.Codes;

/// <summary>A code as it is typed: times as the clocks at the venue show them.</summary>
public sealed record CodeForm
{
    public string? Code { get; set; }

    public DiscountKind Kind { get; set; }

    public DiscountPer Per { get; set; }

    public string? Amount { get; set; }

    public string? Begins { get; set; }

    public string? Ends { get; set; }

    public string? MostTicketsPerOrder { get; set; }

    public DiscountPer CountedBy { get; set; } = DiscountPer.Order;

    public string? MostUses { get; set; }

    public string? MostPerPerson { get; set; }

    public bool OpensEarly { get; set; }

    public string? MostOfEach { get; set; }

    public string? Allocation { get; set; }

    public static CodeForm Of(CodeTerms code, EventView of) => new()
    {
        Code = code.Code,
        Kind = code.Kind,
        Per = code.Per,
        Amount = code.Kind switch
        {
            DiscountKind.Percent => new BasisPoints((int)code.Amount).ToPlainString(),
            DiscountKind.Flat => new Money(code.Amount, of.Currency).ToPlainString(),
            DiscountKind.Nothing => null,
        },
        Begins = Typed.Text(code.BeginsAt?.LocalTime(of.Venue.TimeZone)),
        Ends = Typed.Text(code.EndsAt?.LocalTime(of.Venue.TimeZone)),
        MostTicketsPerOrder = Typed.Text(code.MostTicketsPerOrder),
        CountedBy = code.CountedBy,
        MostUses = Typed.Text(code.MostUses),
        MostPerPerson = Typed.Text(code.MostPerPerson),
        OpensEarly = code.OpensEarly,
        MostOfEach = Typed.Text(code.MostOfEach),
        Allocation = code.AllocationId?.Value.ToString(),
    };

    public CodeInput ToInput(IReadOnlyCollection<TicketTypeId> types) => new(
        Code, Kind, Per, Amount, types, Typed.Time(Begins), Typed.Time(Ends), Typed.Limit(MostTicketsPerOrder), CountedBy, Typed.Limit(MostUses), Typed.Limit(MostPerPerson))
    {
        OpensEarly = OpensEarly,
        MostOfEach = Typed.Limit(MostOfEach),
        Allocation = Id.Parse<AllocationId>(Allocation),
    };
}
