using TicketWeb.Features.Events.UseCases;

namespace TicketWeb.Features.Events;

public static class EventsFeature
{
    public static IServiceCollection AddEvents(this IServiceCollection services) => services
        .AddMemoryCache()
        .AddSingleton<IEvents, EventReader>()
        .AddSingleton<IEventEditing, EventEditing>()
        .AddSingleton<SearchEvents>()
        .AddSingleton<PlanEvent>()
        .AddSingleton<ChangeEvent>()
        .AddSingleton<SetFees>()
        .AddSingleton<ShowPicture>()
        .AddSingleton<FindEvent>()
        .AddSingleton<ListEvents>()
        .AddSingleton<SaveVenue>()
        .AddSingleton<ListVenues>();
}
