namespace TicketWeb.Platform.Reconciling;

public static class ReconcilingSetup
{
    public static IServiceCollection AddReconciling(this IServiceCollection services) => services
        .AddSingleton<Reconciler>()
        .AddSingleton<ReconcilingSignal>()
        .AddSingleton<Reconciliations>()
        .AddSingleton<KeepReconciliation>()
        .AddHostedService<ReconcilingWorker>()
        .AddHostedService<NightlyReconciliation>();

    /// <summary>Adds a feature's checks.</summary>
    internal static IServiceCollection AddChecks(this IServiceCollection services, params IEnumerable<Check> checks)
    {
        foreach (var check in checks)
            services.AddSingleton(check);
        return services;
    }
}
