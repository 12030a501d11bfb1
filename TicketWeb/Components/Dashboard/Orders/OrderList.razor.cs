using Microsoft.AspNetCore.Components;
using TicketWeb.Components.Dashboard.Frame;
using TicketWeb.Features.Events;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Dashboard.Orders;

/// <summary>The orders of the organization, or of one event. Search, filter and page are in the address, so that Back and a bookmark find them again.</summary>
public sealed partial class OrderList
{
    private OrderPage? _page;
    private string? _typed;

    [CascadingParameter]
    public EventView? Happening { get; set; }

    [Parameter]
    public Guid? Event { get; set; }

    /// <summary>What is searched for.</summary>
    [SupplyParameterFromQuery]
    public string? Q { get; set; }

    /// <summary>One of <see cref="OrderFilter"/>'s keys.</summary>
    [SupplyParameterFromQuery]
    public string? State { get; set; }

    /// <summary>The last order of the page before.</summary>
    [SupplyParameterFromQuery]
    public string? After { get; set; }

    [Inject]
    public required ListOrders ListOrders { get; set; }

    private bool Filtered => !string.IsNullOrWhiteSpace(Q) || OrderFilter.State(State) is not null;

    private string Here => Happening is null ? $"{Root}/orders" : $"{Root}/events/{Happening.Id.Value}/orders";

    private IReadOnlyList<Crumb> Crumbs => Happening is null ? [] : [new("Events", $"{Root}/events"), new(Happening.Title, $"{Root}/events/{Happening.Id.Value}")];

    protected override async Task OnParametersSetAsync()
    {
        _typed = Q;
        _page = await Handover.LoadAsync(
            $"orders {Here} {Q} {State} {After}",
            () => ListOrders.RunAsync(Access, Happening?.Id, OrderFilter.State(State), Q, Id.Parse<OrderId>(After), Cancel));
    }

    private static string Counted(int? total) => total switch
    {
        null => $"More than {Wording.Count(OrderPage.MostCounted)} orders",
        1 => "1 order",
        { } some => $"{Wording.Count(some)} orders",
    };

    /// <summary>An address in a narrow column breaks before its @.</summary>
    private static (string User, string Host) Halves(string email)
    {
        var at = Math.Max(0, email.LastIndexOf('@'));
        return (email[..at], email[at..]);
    }

    private void Search() => Navigation.NavigateTo(Address(State, _typed, null));

    private string Address(string? state, string? text, OrderId? after) => Navigation.GetUriWithQueryParameters(Here, new Dictionary<string, object?>
    {
        ["q"] = string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
        ["state"] = string.IsNullOrEmpty(state) ? null : state,
        ["after"] = after?.Value.ToString(),
    });
}
