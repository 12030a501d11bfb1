namespace TicketWeb.Tests.Support.StripeEmulator;

/// <summary>The real app with the demo in its database, taking its money through the emulator.</summary>
public sealed class StripeApp(TestPostgres postgres, StripesClient client) : TestApp(postgres)
{
    public EmulatedStripe Stripe { get; } = new(client);

    protected override bool WithDemo => true;

    protected override IEnumerable<(string Name, string Value)> Settings => [.. Stripe.Settings, ("Payments:Stripe:ApplePayDomainFile", typeof(StripeApp).Assembly.Location)];

    public override async ValueTask InitializeAsync()
    {
        await Stripe.InitializeAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Stripe.DisposeAsync();
    }
}
