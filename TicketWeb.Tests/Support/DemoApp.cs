namespace TicketWeb.Tests.Support;

/// <summary>The real app with the demo in its database.</summary>
public sealed class DemoApp(TestPostgres postgres) : TestApp(postgres)
{
    protected override bool WithDemo => true;
}
