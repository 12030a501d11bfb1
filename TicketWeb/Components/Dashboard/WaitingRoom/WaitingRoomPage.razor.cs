using Microsoft.AspNetCore.Components;
using Radzen;
using TicketWeb.Components.Dashboard.Frame;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.WaitingRoom;
using TicketWeb.Features.WaitingRoom.UseCases;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Dashboard.WaitingRoom;

/// <summary>When an event has a waiting room, and what happens in it while it is open.</summary>
public sealed partial class WaitingRoomPage
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private static readonly (RoomMode Mode, string Name, string Meaning)[] Modes =
    [
        (RoomMode.Off, "Off", "Everybody goes straight to the tickets."),
        (RoomMode.Automatic, "Automatic", "It opens by itself when more buyers come than the checkout shall take, and closes when the line has been empty for five minutes."),
        (RoomMode.Scheduled, "Scheduled", "From an hour before sales open, whoever comes takes a place. When they open, those places are drawn in a random order; whoever comes later stands behind. After that it is automatic."),
    ];

    private readonly Saving _saving = new();
    private readonly Saving _acting = new();
    private RoomFigures? _room;
    private RoomForm _form = new();
    private RoomForm _stored = new();
    private string _live = "";

    [Inject]
    public required ShowRoom ShowRoom { get; set; }

    [Inject]
    public required SetUpRoom SetUp { get; set; }

    [Inject]
    public required DirectRoom Direct { get; set; }

    [Inject]
    public required NotificationService Notes { get; set; }

    [Inject]
    public required DialogService Dialogs { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private string Zone => Happening.Venue.TimeZone;

    private (string Words, string? Tag, string Tone) State => _room switch
    {
        null or { Mode: RoomMode.Off } => ("Nobody has to wait for tickets.", null, ""),
        { State: RoomState.Gathering, OpensAt: { } opens } => ($"The draw is at {Wording.Minute(opens.LocalTime(Zone))}.", "Gathering", "few"),
        { State: RoomState.Calling } => ("Places are called one after the other.", "Open", "good"),
        { State: RoomState.Paused } => ("Nobody is called until you go on.", "Paused", "bad"),
        { OpensAt: { } opens } => ($"Sales open on {Wording.Minute(opens.LocalTime(Zone))}.", "Scheduled", ""),
        _ => ("It opens by itself when there is a rush.", "Ready", "gone"),
    };

    protected override async Task OnInitializedAsync()
    {
        Show(await Handover.LoadAsync($"waiting room {Happening.Id}", ReadAsync));
        if (_form is { Mode: RoomMode.Off, OpensAt: null })
            _form.OpensAt = _stored.OpensAt = Fields.Typed.Text(NextSale?.LocalTime(Zone));
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            Follow(Clock, Pause, LookAsync);
    }

    /// <summary>Draws when something has moved.</summary>
    private async Task LookAsync()
    {
        var room = await ReadAsync();
        if (room == _room)
            return;
        if (room.State != _room?.State)
            _live = State.Words;
        Show(room);
        StateHasChanged();
    }

    /// <summary>The earliest sale to come: what a draw would be for.</summary>
    private DateTimeOffset? NextSale => Happening.TicketTypes.Select(t => t.OnSaleFrom).Where(from => from > Clock.GetUtcNow()).Min();

    private Task<RoomFigures> ReadAsync() => ShowRoom.RunAsync(Access, Happening.Id, Cancel);

    /// <summary>What somebody is typing stays.</summary>
    private void Show(RoomFigures room)
    {
        var untouched = _form == _stored;
        (_room, _stored) = (room, RoomForm.Of(room, Zone));
        if (untouched)
            _form = _stored with { };
    }

    private async Task SaveAsync()
    {
        if (!await _saving.RunAsync(() => SetUp.RunAsync(Access, Happening.Id, _form.ToInput(), Cancel)))
            return;
        _form = _stored;
        Show(await ReadAsync());
        Notes.Notify(NotificationSeverity.Success, "Saved");
    }

    private async Task OpenAsync()
    {
        var room = _room!;
        if (room.State == RoomState.Gathering && await Dialogs.Confirm($"Those who have gathered ({Wording.Count(room.Waiting)}) are drawn now, and calling begins. There is no second draw.", "Open now?",
            new ConfirmOptions { OkButtonText = "Draw and open", CancelButtonText = "Wait" }) != true)
            return;
        await ActAsync(Direct.OpenAsync);
    }

    private async Task LetEveryoneInAsync()
    {
        if (await Dialogs.Confirm($"Those who wait ({Wording.Count(_room!.Waiting)}) can buy at once, in whatever order they come, and the waiting room is switched off.", "Let everyone in?",
            new ConfirmOptions { OkButtonText = "Let everyone in", CancelButtonText = "Keep the line" }) == true)
            await ActAsync(Direct.LetEveryoneInAsync);
    }

    private async Task ActAsync(Func<Access, EventId, CancellationToken, Task<Outcome<Done>>> act)
    {
        await _acting.RunAsync(() => act(Access, Happening.Id, Cancel));
        Show(await ReadAsync());
    }

    private static string Left(RoomFigures room) =>
        room is { State: RoomState.Calling, Waiting: > 0 } ? $"the last in about {Wording.Count((room.Waiting + room.PerMinute - 1) / room.PerMinute)} min" : "";

    private static string Explanation(RoomFigures room) => room.State switch
    {
        RoomState.Idle => "Opening it now begins an empty line: who comes from now on takes a place.",
        RoomState.Gathering => "Nobody can buy before the draw.",
        RoomState.Calling or RoomState.Paused => "Who was called has ten minutes to choose, also while it is paused.",
    };
}
