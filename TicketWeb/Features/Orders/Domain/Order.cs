using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Pricing;
using TicketWeb.Features.WaitingRoom;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>A purchase, from the reservation to the tickets.</summary>
internal sealed class Order
{
    private readonly List<OrderLine> _lines = [];

    private Order()
    {
    }

    public OrderId Id { get; private init; }

    public OrganizationId OrganizationId { get; private init; }

    public EventId EventId { get; private init; }

    public ReservationId ReservationId { get; private init; }

    public string Number { get; private init; } = "";

    public OrderState State { get; private set; }

    /// <summary>SHA-256 of the checkout's secret. Unique: the same secret never starts a second order.</summary>
    public byte[] SecretHash { get; private init; } = [];

    /// <summary>The turn in a waiting room that this order was started with; null where there was none. Unique: a turn starts one order.</summary>
    public AdmissionId? AdmissionId { get; private set; }

    /// <summary>The secret part of the order page's address, kept readable because mails are sent again.</summary>
    public string LinkToken { get; private init; } = "";

    public Channel Channel { get; private init; }

    /// <summary>Whose account sold it at the desk; null where the buyer bought it themselves.</summary>
    public Guid? SoldBy { get; private set; }

    /// <summary>Why its tickets were given away; null where they are paid for.</summary>
    public string? CompReason { get; private set; }

    /// <summary>Null until the buyer has said so, and for good where somebody came to the desk and said nothing.</summary>
    public string? Email { get; private set; }

    public string? Name { get; private set; }

    /// <summary>Whose limit this order counts against, once its buyer is known and within it; null where nothing in it is limited for each person.</summary>
    public long? Person { get; private set; }

    public Currency Currency { get; private init; }

    /// <summary>In minor units, with everything that the buyer pays.</summary>
    public long Total { get; private init; }

    public int TaxBasisPoints { get; private init; }

    /// <summary>True where the prices have the tax in them already; false where it is on top of them.</summary>
    public bool TaxIncluded { get; private init; }

    public DiscountCodeId? DiscountCodeId { get; private init; }

    /// <summary>The discount code's word; null where there was none.</summary>
    public string? Code { get; private init; }

    /// <summary>How often this order uses the code, by what the code counts.</summary>
    public int CodeUses { get; private init; }

    /// <summary>How often one person may use the code in all their orders, as it was when the order was started; null for any number.</summary>
    public int? CodeMostPerPerson { get; private init; }

    /// <summary>See <see cref="Quote.RanOut"/>; null where nothing did.</summary>
    public string? RanOut { get; private init; }

    /// <summary>The attempt that decides, or that paid it; null before the first one and for a free order.</summary>
    public PaymentId? PaymentId { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset? PaidAt { get; private set; }

    public IReadOnlyList<OrderLine> Lines => _lines;

    /// <summary>The price as it was when the order was started; it does not change any more.</summary>
    public Quote Quote => new(Currency, [.. _lines.OrderBy(l => l.Position).Select(l => l.Quoted(Currency, TaxIncluded))], new Tax(new BasisPoints(TaxBasisPoints), TaxIncluded), Code, CodeUses)
    {
        RanOut = RanOut ?? "",
    };

    /// <param name="code">The code that the quote was reckoned with.</param>
    public static Order Start(
        OrganizationId organization, EventId of, ReservationId reservation, CheckoutSecret secret, Channel channel, Quote quote, CodeTerms? code,
        IReadOnlyDictionary<TicketTypeId, int?> mostPerPerson, DateTimeOffset now)
    {
        var order = new Order
        {
            Id = Kernel.Id.New<OrderId>(),
            OrganizationId = organization,
            EventId = of,
            ReservationId = reservation,
            Number = OrderNumber.New(),
            State = OrderState.Reserved,
            SecretHash = secret.Hash,
            LinkToken = CheckoutSecret.New().Text,
            Channel = channel,
            Currency = quote.Currency,
            Total = quote.Total.Minor,
            TaxBasisPoints = quote.TaxRule.Rate.Value,
            TaxIncluded = quote.TaxRule.Included,
            DiscountCodeId = code?.Id,
            Code = quote.Code,
            CodeUses = quote.CodeUses,
            CodeMostPerPerson = code?.MostPerPerson,
            RanOut = quote.RanOut.Length == 0 ? null : quote.RanOut,
            CreatedAt = now,
        };
        order._lines.AddRange(quote.Lines.Select((l, position) => OrderLine.Of(order, position, l, mostPerPerson[l.TicketTypeId])));
        return order;
    }

    /// <summary>Uses up a turn; the order is not saved if another order has used it.</summary>
    public void Admit(AdmissionId? admission) => AdmissionId = admission;

    public void SellAtDesk(DeskTerms? desk) => (SoldBy, CompReason) = (desk?.SoldBy, desk?.CompReason);

    /// <summary>Keeps what was typed, right or wrong, so that no form asks for it twice; what was left empty takes nothing away.</summary>
    public void Remember(string? email, string? name) => (Email, Name) = (Shortened(email, 254) ?? Email, Shortened(name, 100) ?? Name);

    /// <summary>Takes down who buys. Everything that was typed is kept, also when paying fails.</summary>
    public Outcome<Done> Identify(string? email, string? name)
    {
        var errors = new InputErrors();
        errors.Require(EmailAddress.TryParse(email, out var address), "email", "Enter an e-mail address like name@example.org: the tickets go there.");
        var fineName = errors.Text(name, "name", "Your name", 100);
        Remember(email, name);
        if (!errors.None)
            return errors.ToRefusal();

        (Email, Name) = (address!.Value, fineName);
        return new Done();
    }

    /// <summary>Takes down who comes to the desk, as far as they say. An address that is none would be a mail that never comes.</summary>
    public Outcome<Done> IdentifyGuest(string? email, string? name)
    {
        var errors = new InputErrors();
        var address = default(EmailAddress);
        errors.Require(string.IsNullOrWhiteSpace(email) || EmailAddress.TryParse(email, out address), "email", "Enter an e-mail address like name@example.org, or none.");
        var fineName = errors.Text(name, "name", "The name", 100, optional: true);
        if (!errors.None)
            return errors.ToRefusal();

        (Email, Name) = (string.IsNullOrWhiteSpace(email) ? null : address!.Value, fineName.Length > 0 ? fineName : null);
        return new Done();
    }

    /// <summary>Somebody who came to the desk says an address after all.</summary>
    public Outcome<Done> MailTo(string? email)
    {
        if (!EmailAddress.TryParse(email, out var address))
            return new InvalidInput([new InputError("email", "Enter an e-mail address like name@example.org: the tickets go there.")]);
        Email = address.Value;
        return new Done();
    }

    /// <summary>Whose limit the order counts against if this is its buyer's address; null where nothing in it is limited.</summary>
    public long? PersonOf(string? email) =>
        (CodeMostPerPerson is not null || _lines.Any(l => l.MostPerPerson is not null)) && EmailAddress.TryParse(email, out var address) ? PersonKey.Of(EventId, address) : null;

    public void CountAgainst(long? person) => Person = person;

    /// <summary>From now on this attempt decides, and no earlier one.</summary>
    public Outcome<Done> AwaitPayment(PaymentId attempt)
    {
        PaymentId = attempt;
        return Move(OrderState.AwaitingPayment);
    }

    /// <summary>The attempt came to nothing: the seats are still the buyer's.</summary>
    public Outcome<Done> ReturnToReserved() => Move(OrderState.Reserved);

    public void PayWith(PaymentId payment) => PaymentId = payment;

    public Outcome<Done> MarkPaid(DateTimeOffset now)
    {
        var outcome = Move(OrderState.Paid);
        if (outcome.Refusal is null)
            PaidAt = now;
        return outcome;
    }

    /// <summary>What there is to tell of an order that is paid.</summary>
    public OrderPaid TellPaid() =>
        new(Id, OrganizationId, EventId, Name ?? "", Email ?? "", [.. _lines.Where(l => l.Kind == LineKind.Ticket).Select(l => new TicketCount(l.TicketTypeId, l.Count))], Proceeds.Of(Quote)) { AtDesk = SoldBy is not null };

    public Outcome<Done> Expire() => Move(OrderState.Expired);

    public Outcome<Done> RefundLatePayment() => Move(OrderState.Refunded);

    /// <summary>Takes back what the plan says.</summary>
    /// <param name="used">The positions of tickets with which somebody had come in: their places are not sold again.</param>
    public Outcome<Done> Refund(RefundPlan plan, IReadOnlySet<int> used)
    {
        foreach (var item in plan.Items)
            _lines.Single(l => l.Position == item.Line).Refund(used.Contains(item.Position));
        return RefundMoney();
    }

    /// <summary>Some of what was paid goes back, with tickets or without.</summary>
    public Outcome<Done> RefundMoney() => Move(_lines.All(l => l.Refunded == l.Count) ? OrderState.Refunded : OrderState.PartlyRefunded);

    /// <summary>The one table of moves.</summary>
    private Outcome<Done> Move(OrderState to)
    {
        var allowed = (State, to) switch
        {
            (OrderState.Reserved, OrderState.AwaitingPayment or OrderState.Paid or OrderState.Expired) => true,
            (OrderState.AwaitingPayment, OrderState.Reserved or OrderState.Paid or OrderState.Expired or OrderState.Refunded) => true,
            (OrderState.Expired, OrderState.Paid or OrderState.Refunded) => true,
            (OrderState.Paid or OrderState.PartlyRefunded, OrderState.PartlyRefunded or OrderState.Refunded) => true,
            (OrderState.Refunded, OrderState.Refunded) => PaidAt is not null,
            _ => false,
        };
        if (!allowed)
            return new OrderIsClosed();
        State = to;
        return new Done();
    }

    private static string? Shortened(string? text, int most) => text?.Trim() is { Length: > 0 } kept ? kept[..Math.Min(kept.Length, most)] : null;
}
