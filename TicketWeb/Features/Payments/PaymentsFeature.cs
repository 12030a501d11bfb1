using Microsoft.Extensions.Options;
using TicketWeb.Features.Payments.Data;
using TicketWeb.Features.Payments.Sandbox;
using TicketWeb.Features.Payments.Stripe;
using TicketWeb.Features.Payments.UseCases;
using TicketWeb.Platform.Outbox;
using TicketWeb.Platform.Reconciling;

namespace TicketWeb.Features.Payments;

public static class PaymentsFeature
{
    public static IServiceCollection AddPayments(this IServiceCollection services)
    {
        services.AddOptions<SandboxOptions>().BindConfiguration(SandboxOptions.Section)
            .Validate(o => o.WebhookDelaySeconds is >= 0 and <= 3_600, "Payments:Sandbox:WebhookDelaySeconds must be between 0 and 3600.")
            .Validate(o => o.LateSeconds is >= 0 and <= 86_400, "Payments:Sandbox:LateSeconds must be between 0 and 86400, a day.")
            .Validate<IHostEnvironment, IOptions<PaymentsOptions>>(
                (options, environment, payments) => payments.Value.Provider != PaymentProvider.Sandbox || !environment.IsProduction() || options.AllowInProduction,
                "The sandbox takes no money. Set Payments:Provider to Stripe, or, to run the sandbox in Production all the same, Payments:Sandbox:AllowInProduction to true.")
            .ValidateOnStart();
        services.AddOptions<PaymentsOptions>().BindConfiguration(PaymentsOptions.Section)
            .Validate(o => Enum.IsDefined(o.Provider), "Payments:Provider must be Sandbox or Stripe.")
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<StripeOptions>, StripeOptionsRules>();
        services.AddOptions<StripeOptions>().BindConfiguration(StripeOptions.Section).ValidateOnStart();
        services.AddHttpClient(SandboxGateway.Name);
        services.AddHttpClient(StripeClient.Name);
        return services
            .AddSingleton<SandboxSignature>()
            .AddSingleton<SandboxGateway>()
            .AddSingleton<StripeClient>()
            .AddSingleton<StripePayouts>()
            .AddSingleton<StripeGateway>()
            .AddSingleton<IPaymentGateway>(s => s.GetRequiredService<IOptions<PaymentsOptions>>().Value.Provider switch
            {
                PaymentProvider.Stripe => s.GetRequiredService<StripeGateway>(),
                _ => s.GetRequiredService<SandboxGateway>(),
            })
            .AddHostedService<SandboxWebhooks>()
            .AddSingleton<IPayments, Till>()
            .AddSingleton<ReceiveWebhook>()
            .AddSingleton<ISandboxBank>(s => s.GetRequiredService<SandboxGateway>())
            .AddSingleton<IHandle<RefundRequested>, SendRefund>()
            .AddSingleton<ReturnFee>()
            .AddSingleton<IHandle<RefundSent>>(s => s.GetRequiredService<ReturnFee>())
            .AddSingleton<IHandle<RefundGivenByHand>>(s => s.GetRequiredService<ReturnFee>())
            .AddSingleton<IHandle<RefundChanged>, FollowRefund>()
            .AddSingleton<IHandle<DisputeChanged>, FollowDispute>()
            .AddSingleton<FollowAccount>()
            .AddSingleton<IHandle<AccountChanged>>(s => s.GetRequiredService<FollowAccount>())
            .AddSingleton<ListDisputes>()
            .AddSingleton<ShowPayouts>()
            .AddSingleton<GoToPayoutAccount>()
            .AddChecks([.. PaymentChecks.All, .. SandboxChecks.All]);
    }
}
