using System.Globalization;
using TicketWeb.Features.BoxOffice;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;
using TicketWeb.Platform.Reconciling;

namespace TicketWeb.Components.Dashboard.Frame;

/// <summary>How the dashboard says dates, counts and states.</summary>
internal static class Wording
{
    public static string Day(DateTimeOffset local) => local.ToString("ddd d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    public static string ShortDay(DateTimeOffset local) => local.ToString("ddd d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    public static string Minute(DateTimeOffset local) => local.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("ddd d MMM", CultureInfo.InvariantCulture);

    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Date(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>How long, as roughly as people say it: "0.4 s", "12 s", "3 min", "5 h", "2 days".</summary>
    public static string Age(TimeSpan age) => age switch
    {
        { TotalSeconds: < 10 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, age.TotalSeconds):0.#} s"),
        { TotalMinutes: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{age.TotalSeconds:0} s"),
        { TotalHours: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(age.TotalMinutes)} min"),
        { TotalDays: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(age.TotalHours)} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(age.TotalDays)} days"),
    };

    /// <summary>"LatePaymentRefunded" as people write it; what has spaces already stays.</summary>
    public static string Words(string name) => name.Contains(' ', StringComparison.Ordinal)
        ? name
        : string.Concat(name.Select((c, i) => i > 0 && char.IsAsciiLetterUpper(c) ? $" {char.ToLowerInvariant(c)}" : c.ToString()));

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Differences(long count) => count == 1 ? "1 difference" : $"{Count(count)} differences";

    public static string Tickets(int count) => count == 1 ? "1 ticket" : $"{Count(count)} tickets";

    /// <summary>"2 tickets", "2 tickets and 1 add-on", "1 add-on".</summary>
    public static string Items(int tickets, int addOns) => (tickets, addOns) switch
    {
        (_, 0) => Tickets(tickets),
        (0, 1) => "1 add-on",
        (0, _) => $"{Count(addOns)} add-ons",
        _ => $"{Tickets(tickets)} and {Items(0, addOns)}",
    };

    /// <summary>How many are left of an add-on.</summary>
    public static string Left(AddOnFigures? addOn) => addOn?.Left is { } left ? Count(left) : addOn is null ? Count(0) : "any number";

    /// <summary>What the event is for its team right now, with the colour of its chip.</summary>
    public static (string Words, string Tone) State(EventState state, DateTimeOffset endsAt, DateTimeOffset now) => state switch
    {
        EventState.Cancelled => ("Cancelled", "bad"),
        EventState.Draft => ("Draft", "few"),
        EventState.Published when endsAt <= now => ("Over", "gone"),
        EventState.Published => ("Published", "good"),
    };

    public static (string Words, string Tone) State(OrderState state) => state switch
    {
        OrderState.Reserved => ("Reserved", "few"),
        OrderState.AwaitingPayment => ("Awaiting payment", "few"),
        OrderState.Paid => ("Paid", "good"),
        OrderState.Expired => ("Expired", "gone"),
        OrderState.PartlyRefunded => ("Partly refunded", "few"),
        OrderState.Refunded => ("Refunded", "bad"),
    };

    public static (string Words, string Tone) State(PaymentState state) => state switch
    {
        PaymentState.Created or PaymentState.Processing => ("Under way", "few"),
        PaymentState.NeedsAction => ("At the bank", "few"),
        PaymentState.Succeeded => ("Paid", "good"),
        PaymentState.Declined => ("Declined", "bad"),
        PaymentState.Cancelled => ("Cancelled", "gone"),
    };

    public static (string Words, string Tone) State(OrderRefundRow refund) => refund switch
    {
        { Money: null } => ("Free", "gone"),
        { ToHandBack: not null } => ("To give back", "few"),
        { ByHand: not null } or { Tender: not null, Money: RefundState.Sent } => ("Given back", "good"),
        { Money: { } money } => State(money),
    };

    /// <summary>Where it was not bought on our own page: " · widget".</summary>
    public static string From(Channel channel) => channel switch
    {
        Channel.Storefront => "",
        Channel.Widget => " · widget",
        Channel.BoxOffice => " · box office",
    };

    public static (string Words, string Tone) State(RefundState state) => state switch
    {
        RefundState.Requested => ("On its way", "few"),
        RefundState.Sent => ("Sent back", "good"),
        RefundState.Failed => ("Failed", "bad"),
    };

    /// <summary>What is asked for with a tender that has a number.</summary>
    public static string Number(Tender tender) => tender switch
    {
        Tender.Cash => "",
        Tender.CardTerminal => "Number on the slip",
        Tender.Cheque => "Number of the cheque",
        Tender.Voucher => "Number of the voucher",
    };

    public static string Entry(DrawerEntryKind kind, Tender? tender) => kind switch
    {
        DrawerEntryKind.Sale => tender?.Spoken() ?? "Free",
        DrawerEntryKind.Comp => "Complimentary",
        DrawerEntryKind.Refund => $"{tender?.Spoken()}, given back",
    };

    public static (string Words, string Tone) State(DisputeState state) => state switch
    {
        DisputeState.Inquiry => ("The bank asks", "few"),
        DisputeState.NeedsAnswer => ("Needs an answer", "bad"),
        DisputeState.UnderReview => ("At the bank", "few"),
        DisputeState.Won => ("Won", "good"),
        DisputeState.Lost => ("Lost", "bad"),
        DisputeState.Closed => ("Closed", "gone"),
    };

    public static (string Words, string Tone) State(OrderTicketRow row) => row switch
    {
        { Refunded: true } => ("Refunded", "gone"),
        { Ticket.Counts: false } => ("Cancelled", "gone"),
        { Ticket.CheckedInAt: not null } => ("Checked in", "good"),
        _ => ("Good", "good"),
    };

    public static (string Words, string Tone) State(ReconciliationView run) => run switch
    {
        { GivenUp: true } => ("Broke off", "bad"),
        { Differences: > 0 } => (Differences(run.Differences), "bad"),
        { Ended: false } => ("At work", "few"),
        _ => ("No differences", "good"),
    };

    public static string Role(Role role) => role switch
    {
        Features.Organizations.Role.Owner => "Owner",
        Features.Organizations.Role.Admin => "Admin",
        Features.Organizations.Role.Manager => "Manager",
        Features.Organizations.Role.BoxOffice => "Box office",
        Features.Organizations.Role.Door => "Door",
        Features.Organizations.Role.Promoter => "Promoter",
        Features.Organizations.Role.ReadOnly => "Read only",
    };

    public static string Window(TicketTypeView type, string zone) => (type.OnSaleFrom?.LocalTime(zone), type.OnSaleUntil?.LocalTime(zone)) switch
    {
        (null, null) => "On sale until the event ends",
        ({ } from, null) => $"From {Minute(from)}",
        (null, { } until) => $"Until {Minute(until)}",
        ({ } from, { } until) => $"{Minute(from)} – {Minute(until)}",
    };
}
