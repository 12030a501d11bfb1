using Microsoft.AspNetCore.Components;
using Radzen;
using TicketWeb.Components.Dashboard.Frame;
using TicketWeb.Features.Events;
using TicketWeb.Features.Events.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Dashboard.Tickets;

/// <summary>Says who pays which fees, with an example that is reckoned as buyers' prices are.</summary>
public sealed partial class FeesPanel
{
    private static readonly (FeeKind Per, string Name, string Priced)[] Ways =
    [
        (FeeKind.Ticket, "On each ticket", "the ticket"),
        (FeeKind.AddOn, "On each add-on", "the add-on"),
        (FeeKind.Order, "Once an order", "everything in the order"),
    ];

    /// <summary>The fields of what is more than an amount.</summary>
    private static readonly string[] Special = ["name", "per", "from", "to"];

    private readonly Saving _saving = new();
    private readonly List<FeeForm> _own = [];

    /// <summary>Those that were made here. Of the others the page shows a line each, until somebody opens one.</summary>
    private readonly HashSet<FeeForm> _opened = [];
    private bool _absorbs;
    private string? _processingFlat;
    private string? _processingPercent;
    private bool _absorbsProcessing;

    [Inject]
    public required SetFees SetFees { get; set; }

    [Inject]
    public required IPricing Pricing { get; set; }

    [Inject]
    public required NotificationService Notes { get; set; }

    [CascadingParameter]
    public required Gate Gate { get; set; }

    [CascadingParameter]
    public required Membership Membership { get; set; }

    [Parameter, EditorRequired]
    public required EventView Happening { get; set; }

    private FeesInput Input => new(_absorbs, [.. _own.Select(f => f.ToInput())], _processingFlat, _processingPercent, _absorbsProcessing);

    /// <summary>"Payment processing: £0.20 and 1.4 %, paid by buyers".</summary>
    private string Processing => Amount(_processingFlat, _processingPercent) is { Length: > 0 } amount
        ? $"Payment processing: {amount}, {(_absorbsProcessing ? "out of your price" : "paid by buyers")}"
        : "Payment processing (optional)";

    protected override void OnInitialized()
    {
        var fees = Happening.Fees;
        _absorbs = fees.Absorbs;
        _own.AddRange(fees.Own.Select(f => FeeForm.Of(f, Happening.Currency)));
        if (fees.Processing is { } processing)
            (_processingFlat, _processingPercent, _absorbsProcessing) = (FeeForm.Text(processing.Flat, Happening.Currency), FeeForm.Text(processing.Share), processing.Absorbed);
    }

    private void Add()
    {
        var fee = new FeeForm();
        _own.Add(fee);
        _opened.Add(fee);
    }

    private async Task SaveAsync()
    {
        if (!await _saving.RunAsync(() => SetFees.RunAsync(Membership.Access, Happening.Id, Input, CancellationToken.None)))
            return;
        Notes.Notify(NotificationSeverity.Success, "Fees saved");
        await Gate.ReloadAsync();
    }

    /// <summary>"Handling: £2.50 and 3 %, once an order", as far as it is typed.</summary>
    private string Said(FeeForm fee, int place)
    {
        var name = string.IsNullOrWhiteSpace(fee.Name) ? $"Fee {place + 1}" : fee.Name.Trim();
        var amount = Amount(fee.Flat, fee.Percent);
        return $"{name}{(amount.Length > 0 ? $": {amount}" : "")}{(fee.Per == FeeKind.Ticket ? "" : $", {Way(fee).Name.ToLowerInvariant()}")}";
    }

    private string Amount(string? flat, string? percent) => string.Join(
        " and ",
        new[] { string.IsNullOrWhiteSpace(flat) ? null : $"{Happening.Currency.Symbol}{flat.Trim()}", string.IsNullOrWhiteSpace(percent) ? null : $"{percent.Trim()} %" }.OfType<string>());

    private static (FeeKind Per, string Name, string Priced) Way(FeeForm fee) => Ways.Single(w => w.Per == fee.Per);

    /// <summary>What is typed, for one ticket: the first that costs something, or one at a price made up. And for the first add-on that does.</summary>
    private string Example()
    {
        if (!SetFees.Read(Happening.Currency, Input).IsDone(out var fees, out var refusal))
            return refusal.Sentence;
        var price = Happening.TicketTypes.FirstOrDefault(t => t.Price.Minor > 0 && !t.ChoosesAmount)?.Price ?? Money.Parse("25", Happening.Currency)!.Value;
        var ticket = Example($"A ticket of {price} that is bought alone", "the ticket", Pricing.One(CartItem.At(price), Happening.Venue.Tax, fees));
        return Happening.AddOns.FirstOrDefault(a => a.Price.Minor > 0 && a.MostPerOrder > 0) is { } addOn
            ? $"{ticket} {Example($"{addOn.Name} beside it", "the add-on", Pricing.One(addOn, addOn.Price, Happening.Venue.Tax, fees))}"
            : ticket;
    }

    private static string Example(string what, string itself, QuoteLine one)
    {
        IEnumerable<string> parts = [$"{one.UnitPrice} for {itself}", .. one.Charges.Where(c => !c.Absorbed).Select(c => $"{c.Amount} {Name(c)}"), .. one.AddedTax.Minor > 0 ? [$"{one.AddedTax} tax"] : Array.Empty<string>()];
        return $"{what} costs the buyer {one.Total} all in: {string.Join(", ", parts)}. {one.Net} is yours{(one.AddedTax.Minor > 0 ? ", with the tax" : "")}.";
    }

    private static string Name(QuoteFee fee) => fee switch
    {
        { Name: { Length: > 0 } name } => name,
        { Receiver: FeeReceiver.Organization } => "your fee",
        _ => "our fee",
    };
}
