using TicketWeb.Features.WaitingRoom.UseCases;

namespace TicketWeb.Features.WaitingRoom;

public static class WaitingRoomFeature
{
    public static IServiceCollection AddWaitingRoom(this IServiceCollection services) => services
        .AddSingleton<PlaceTokens>()
        .AddSingleton<RoomBoard>()
        .AddHostedService<RoomKeeper>()
        .AddSingleton<FindTurn>()
        .AddSingleton<TakePlace>()
        .AddSingleton<NoteDemand>()
        .AddSingleton<SetUpRoom>()
        .AddSingleton<DirectRoom>()
        .AddSingleton<ShowRoom>();
}
