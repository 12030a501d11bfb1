using Microsoft.AspNetCore.Components;
using Radzen;
using TicketWeb.Components.Dashboard.Frame;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Inventory.UseCases;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Dashboard.Tickets;

/// <summary>Adds a ticket type or changes one, together with the pools it draws from.</summary>
public sealed partial class TypeEditor
{
    private readonly Saving _saving = new();
    private readonly HashSet<PoolId> _chosen = [];
    private IReadOnlyList<PoolFigures> _pools = [];
    private HashSet<PoolId> _storedPools = [];
    private TicketTypeView? _type;
    private TypeForm _form = new();
    private TypeForm _stored = new();
    private List<TierForm> _tiers = [];
    private List<TierForm> _storedTiers = [];
    private bool _loaded;
    private bool _saved;
    private bool _missing;

    /// <summary>The type to change, or null for a new one.</summary>
    [Parameter]
    public Guid? Type { get; set; }

    [Inject]
    public required ShowStock ShowStock { get; set; }

    [Inject]
    public required SaveTicketType SaveTicketType { get; set; }

    [Inject]
    public required IPricing Pricing { get; set; }

    [Inject]
    public required NotificationService Notes { get; set; }

    private string Back => $"{EventRoot}/tickets";

    private bool Dirty => !_saved && (_form != _stored || !_storedPools.SetEquals(_chosen) || !_tiers.SequenceEqual(_storedTiers));

    /// <summary>What a price being typed means for buyers, fees and taxes included.</summary>
    private string AllIn(string? typed) => string.IsNullOrWhiteSpace(typed) ? "—"
        : Money.ParseCharge(typed, Happening.Currency) is not { Minor: >= 0 } price ? "—"
        : price.Minor == 0 ? "Free"
        : Pricing.One(CartItem.At(price) with { Chosen = _form.ChoosesAmount }, Happening.Venue.Tax, Happening.Fees).Total.ToString();

    protected override async Task OnInitializedAsync()
    {
        var (pools, types, _) = await Handover.LoadAsync($"stock {Happening.Id}", () => ShowStock.RunAsync(Access, Happening.Id, Cancel));
        _type = Happening.TicketTypes.SingleOrDefault(t => t.Id.Value == Type);
        _missing = Type is not null && _type is null;
        _pools = pools;
        _stored = _type is null ? new TypeForm() : TypeForm.Of(_type, Happening.Venue.TimeZone);
        _form = _stored with { };
        _storedTiers = [.. (_type?.Tiers ?? []).Select(t => TierForm.Of(t, Happening.Venue.TimeZone))];
        _tiers = [.. _storedTiers.Select(t => t with { })];
        // With one pool there is nothing to choose.
        _chosen.UnionWith(types.SingleOrDefault(t => t.TicketTypeId.Value == Type)?.Pools ?? (pools.Count == 1 ? [pools[0].Id] : []));
        _storedPools = [.. _chosen];
        _loaded = true;
    }

    private void Toggle(PoolId pool)
    {
        if (!_chosen.Remove(pool))
            _chosen.Add(pool);
    }

    private async Task SaveAsync()
    {
        if (!await _saving.RunAsync(TryAsync))
            return;
        _saved = true;
        StateHasChanged();
        Notes.Notify(NotificationSeverity.Success, "Ticket type saved");
        await Gate.ReloadAsync();
        Navigation.NavigateTo(Back);
    }

    private async Task<Outcome<TicketTypeId>> TryAsync()
    {
        var outcome = await SaveTicketType.RunAsync(Access, Happening.Id, _type?.Id, _form.ToInput(_tiers), _chosen, Cancel);
        // Said in general of an event; here it is about where this type's stock is counted.
        return outcome.Refusal is TicketsAreOut
            ? new InvalidInput([new InputError("pools", "Some of these tickets are already sold or being bought, so the type keeps the pools they came from.")])
            : outcome;
    }
}
