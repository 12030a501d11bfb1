using Microsoft.AspNetCore.Components;
using Radzen;
using TicketWeb.Components.Dashboard.Frame;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Inventory.UseCases;
using TicketWeb.Features.Pricing;
using TicketWeb.Features.Pricing.UseCases;

namespace TicketWeb.Components.Dashboard.Allocations;

/// <summary>One allocation, new or known, with all that its team does with it.</summary>
public sealed partial class AllocationPage
{
    private readonly Saving _saving = new();
    private readonly Saving _releasing = new();
    private AllocationForm _form = new();
    private AllocationView? _known;
    private IReadOnlyList<CodeTerms> _codes = [];
    private IReadOnlyList<StockFigures> _stock = [];
    private bool _changed;
    private bool _loaded;
    private bool _missing;
    private bool _saved;

    /// <summary>The allocation to change, or null for a new one.</summary>
    [Parameter]
    public Guid? Allocation { get; set; }

    [Inject]
    public required ListAllocations ListAllocations { get; set; }

    [Inject]
    public required ListCodes ListCodes { get; set; }

    [Inject]
    public required ShowStock ShowStock { get; set; }

    [Inject]
    public required SaveAllocation Save { get; set; }

    [Inject]
    public required ReleaseAllocation Release { get; set; }

    [Inject]
    public required DialogService Dialogs { get; set; }

    [Inject]
    public required NotificationService Notes { get; set; }

    private string Back => $"{EventRoot}/allocations";

    protected override async Task OnInitializedAsync() => Show(await Handover.LoadAsync($"allocation {Happening.Id} {Allocation}", ReadAsync));

    private async Task<(AllocationView?, IReadOnlyList<CodeTerms>, IReadOnlyList<StockFigures>)> ReadAsync()
    {
        var known = (await ListAllocations.RunAsync(Access, Happening.Id, Cancel)).SingleOrDefault(a => a.Id.Value == Allocation);
        var (_, stock, _) = await ShowStock.RunAsync(Access, Happening.Id, Cancel);
        return (known, known is null ? [] : [.. (await ListCodes.RunAsync(Access, Happening.Id, Cancel)).Where(c => c.AllocationId == known.Id)], stock);
    }

    private async Task LoadAsync() => Show(await ReadAsync());

    private void Show((AllocationView? Known, IReadOnlyList<CodeTerms> Codes, IReadOnlyList<StockFigures> Stock) read)
    {
        (_known, _codes, _stock) = read;
        _missing = Allocation is not null && _known is not { Over: false };
        _form = _known is null ? new AllocationForm() : AllocationForm.Of(_known, Happening.Venue.TimeZone);
        (_loaded, _changed) = (true, false);
    }

    private string Hint(TicketTypeView type) => $"{Wording.Count(Math.Max(0, _stock.FirstOrDefault(s => s.TicketTypeId == type.Id)?.Left ?? 0))} more on open sale";

    private async Task SaveAsync()
    {
        if (!await _saving.RunAsync(() => Save.RunAsync(Access, Happening.Id, _known?.Id, _form.ToInput(), Cancel)))
            return;
        _saved = true;
        StateHasChanged();
        Notes.Notify(NotificationSeverity.Success, "Set aside", _form.Name ?? "");
        Navigation.NavigateTo(Back);
    }

    private async Task ReleaseAsync()
    {
        // Others sell meanwhile: what is asked is about what is there now.
        if ((await ListAllocations.RunAsync(Access, Happening.Id, Cancel)).SingleOrDefault(a => a.Id == _known!.Id) is not { Over: false } now)
        {
            await LoadAsync();
            return;
        }

        var left = now.Types.Where(t => t.Left > 0).Select(t => $"{Wording.Count(t.Left)} of {Happening.TicketTypes.FirstOrDefault(h => h.Id == t.TicketTypeId)?.Name}").ToList();
        var goes = left.Count == 0 ? "It holds nothing any more." : $"{string.Join(", ", left)}: everybody can buy them at once.";
        var codes = _codes.Count == 0 ? "" : $" Nobody can use {string.Join(", ", _codes.Select(c => c.Code))} any more.";
        if (await Dialogs.Confirm($"{goes} {Wording.Tickets(now.Taken)} that {(now.Taken == 1 ? "is" : "are")} sold or reserved from it {(now.Taken == 1 ? "stays" : "stay")} so.{codes} This cannot be undone.", $"Release {now.Name}?",
            new ConfirmOptions { OkButtonText = "Release it", CancelButtonText = "Keep it" }) != true)
            return;
        if (!await _releasing.RunAsync(() => Release.RunAsync(Access, Happening.Id, now.Id, Cancel)))
            return;
        _saved = true;
        StateHasChanged();
        Notes.Notify(NotificationSeverity.Success, "Released", now.Name);
        Navigation.NavigateTo(Back);
    }
}
