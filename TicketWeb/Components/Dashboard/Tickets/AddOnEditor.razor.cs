using Microsoft.AspNetCore.Components;
using Radzen;
using TicketWeb.Components.Dashboard.Fields;
using TicketWeb.Components.Dashboard.Frame;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Inventory.UseCases;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Dashboard.Tickets;

/// <summary>Adds an add-on, changes one together with its stock, or removes it.</summary>
public sealed partial class AddOnEditor
{
    private static readonly (IncludedPer? Per, string Name)[] Ways =
    [
        (null, "no: people buy it"),
        (IncludedPer.Ticket, "some are included with each ticket"),
        (IncludedPer.Order, "some are included with each order"),
    ];

    private readonly Saving _saving = new();
    private readonly Saving _removing = new();
    private readonly HashSet<TicketTypeId> _types = [];
    private HashSet<TicketTypeId> _storedTypes = [];
    private TicketTypeView? _addOn;
    private AddOnFigures? _figures;
    private AddOnForm _form = new();
    private AddOnForm _stored = new();
    private bool _loaded;
    private bool _saved;
    private bool _missing;

    /// <summary>The add-on to change, or null for a new one.</summary>
    [Parameter]
    public Guid? AddOn { get; set; }

    [Inject]
    public required ShowStock ShowStock { get; set; }

    [Inject]
    public required SaveAddOn SaveAddOn { get; set; }

    [Inject]
    public required IPricing Pricing { get; set; }

    [Inject]
    public required NotificationService Notes { get; set; }

    [Inject]
    public required DialogService Dialogs { get; set; }

    private string Back => $"{EventRoot}/tickets";

    private string Taken => _figures is { } f && f.Sold + f.Reserved > 0 ? $"{Wording.Count(f.Sold + f.Reserved)} of them are taken. Empty: any number." : "How many there are in all. Empty: any number.";

    /// <summary>What the price being typed means for buyers, fees and taxes included.</summary>
    private string AllIn => string.IsNullOrWhiteSpace(_form.Price) || Money.ParseCharge(_form.Price, Happening.Currency) is not { Minor: >= 0 } price ? "—"
        : price.Minor == 0 ? "Free"
        : Pricing.One(CartItem.At(price) with { Kind = LineKind.AddOn }, Happening.Venue.Tax, Happening.Fees).Total.ToString();

    protected override async Task OnInitializedAsync()
    {
        var stock = await Handover.LoadAsync($"stock {Happening.Id}", () => ShowStock.RunAsync(Access, Happening.Id, Cancel));
        _addOn = Happening.AddOns.SingleOrDefault(a => a.Id.Value == AddOn);
        _figures = stock.AddOns.SingleOrDefault(a => a.Id == _addOn?.Id);
        _missing = AddOn is not null && _figures is null;
        _stored = _addOn is null || _figures is null ? new AddOnForm() : AddOnForm.Of(_addOn, _figures, Happening.Venue.TimeZone);
        _form = _stored with { };
        _types.UnionWith(_addOn?.AddOn?.GoesWith ?? []);
        _storedTypes = [.. _types];
        _loaded = true;
    }

    private void Toggle(TicketTypeId type)
    {
        if (!_types.Remove(type))
            _types.Add(type);
    }

    private async Task SaveAsync()
    {
        if (await _saving.RunAsync(() => SaveAddOn.RunAsync(Access, Happening.Id, _addOn?.Id, _form.ToInput(_types), Typed.Count(_form.Stock), Cancel)))
            await LeaveAsync("Add-on saved");
    }

    private async Task RemoveAsync()
    {
        if (await Dialogs.Confirm($"{_addOn!.Name} is gone for good, with its stock.", "Remove it?", new ConfirmOptions { OkButtonText = "Remove", CancelButtonText = "Keep" }) != true)
            return;
        if (await _removing.RunAsync(() => SaveAddOn.RemoveAsync(Access, Happening.Id, _addOn.Id, Cancel)))
            await LeaveAsync("Add-on removed");
    }

    private async Task LeaveAsync(string done)
    {
        _saved = true;
        StateHasChanged();
        Notes.Notify(NotificationSeverity.Success, done);
        await Gate.ReloadAsync();
        Navigation.NavigateTo(Back);
    }
}
