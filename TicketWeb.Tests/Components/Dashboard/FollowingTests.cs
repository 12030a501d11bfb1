using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using TicketWeb.Components.Dashboard.Frame;
using Xunit;

namespace TicketWeb.Tests.Components.Dashboard;

/// <summary>A page of the dashboard that looks again and again.</summary>
public sealed class FollowingTests : BunitContext
{
    [Fact]
    public void A_page_that_is_open_when_the_app_stops_looks_no_more()
    {
        var app = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        AddBunitPersistentComponentState();
        Services.AddMemoryCache().AddSingleton<IHostApplicationLifetime>(app).AddSingleton<Handover>();
        var page = Render<Following>();
        page.Instance.Over.ShouldBeFalse();

        app.StopApplication();

        page.Instance.Over.ShouldBeTrue();
    }

    private sealed class Following : DashboardPage
    {
        public bool Over => Cancel.IsCancellationRequested;

        protected override void OnAfterRender(bool firstRender) => Follow(TimeProvider.System, TimeSpan.FromHours(1), () => Task.CompletedTask);
    }
}
