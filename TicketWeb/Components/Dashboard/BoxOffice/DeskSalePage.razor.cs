using Microsoft.AspNetCore.Components;
using Radzen;
using TicketWeb.Components.Dashboard.Frame;
using TicketWeb.Features.BoxOffice;
using TicketWeb.Features.BoxOffice.UseCases;
using TicketWeb.Features.Door;
using TicketWeb.Features.Door.UseCases;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Tickets;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Dashboard.BoxOffice;

/// <summary>What was sold: the change, the tickets with their codes, and the ways to hand them over.</summary>
public sealed partial class DeskSalePage
{
    private readonly Saving _admitting = new();
    private readonly Saving _mailing = new();
    private DeskSale? _sale;
    private ScanView? _refused;
    private bool _missing;
    private string? _email;

    /// <summary>The order's id in the address.</summary>
    [Parameter]
    public Guid Sale { get; set; }

    /// <summary>The cash that was given, as typed.</summary>
    [SupplyParameterFromQuery]
    public string? Given { get; set; }

    [Inject]
    public required ShowDeskSale ShowDeskSale { get; set; }

    [Inject]
    public required AdmitOrder Admit { get; set; }

    [Inject]
    public required MailDeskOrder Mail { get; set; }

    [Inject]
    public required IPasses Passes { get; set; }

    [Inject]
    public required NotificationService Notes { get; set; }

    private OrderId Id => OrderId.From(Sale);

    private Money? Change => Money.Parse(Given, Happening.Currency) is { } given ? given - _sale!.Book.Order.Quote.Total : null;

    protected override async Task OnParametersSetAsync()
    {
        _sale = await Handover.LoadAsync($"desk sale {Sale}", () => ShowDeskSale.RunAsync(Access, Id, Cancel));
        _missing = _sale is null || _sale.Book.Event.Id != Happening.Id;
    }

    private async Task AdmitAsync()
    {
        await _admitting.RunAsync(async () =>
        {
            var outcome = await Admit.RunAsync(Access, Id, Cancel);
            _refused = outcome.IsDone(out var said, out _) ? said.Refused : null;
            return outcome;
        });
        await ReadAsync();
    }

    private async Task MailAsync()
    {
        if (!await _mailing.RunAsync(() => Mail.RunAsync(Access, Id, _email, Cancel)))
            return;
        Notes.Notify(NotificationSeverity.Success, "The mail is on its way");
        await ReadAsync();
    }

    private async Task ReadAsync() => _sale = await ShowDeskSale.RunAsync(Access, Id, Cancel) ?? _sale;
}
