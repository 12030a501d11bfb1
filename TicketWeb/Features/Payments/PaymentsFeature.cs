using TicketWeb.Features.Payments.Data;
using TicketWeb.Features.Payments.Sandbox;
using TicketWeb.Features.Payments.UseCases;
using TicketWeb.Platform.Outbox;
using TicketWeb.Platform.Reconciling;

namespace TicketWeb.Features.Payments;

public static class PaymentsFeature
{
    public static IServiceCollection AddPayments(this IServiceCollection services)
    {
        services.AddOptions<SandboxOptions>().BindConfiguration(SandboxOptions.Section).ValidateDataAnnotations()
            .Validate<IHostEnvironment>(
                (options, environment) => !environment.IsProduction() || options.AllowInProduction,
                "The sandbox takes no money. To run it in Production all the same, set Payments:Sandbox:AllowInProduction to true.")
            .ValidateOnStart();
        services.AddHttpClient(SandboxGateway.Name);
        return services
            .AddSingleton<SandboxSignature>()
            .AddSingleton<SandboxGateway>()
            .AddSingleton<IPaymentGateway>(s => s.GetRequiredService<SandboxGateway>())
            .AddHostedService<SandboxWebhooks>()
            .AddSingleton<IPayments, Till>()
            .AddSingleton<ReceiveWebhook>()
            .AddSingleton<ISandboxBank>(s => s.GetRequiredService<SandboxGateway>())
            .AddSingleton<IHandle<RefundRequested>, SendRefund>()
            .AddChecks([.. PaymentChecks.All, .. SandboxChecks.All]);
    }
}
