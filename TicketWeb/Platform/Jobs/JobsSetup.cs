namespace TicketWeb.Platform.Jobs;

public static class JobsSetup
{
    public static IServiceCollection AddJobs(this IServiceCollection services) => services.AddSingleton<StuckJobs>();
}
