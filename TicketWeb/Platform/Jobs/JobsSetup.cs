namespace TicketWeb.Platform.Jobs;

public static class JobsSetup
{
    public static IServiceCollection AddJobs(this IServiceCollection services) => services.AddSingleton<StuckJobs>().AddSingleton<VisitorsFirst>();

    public static IApplicationBuilder UseVisitorsFirst(this IApplicationBuilder app) => app.Use(app.ApplicationServices.GetRequiredService<VisitorsFirst>().CountAsync);
}
