using Microsoft.AspNetCore.Http.HttpResults;
using TicketWeb.Components;
using TicketWeb.Components.Account;
using TicketWeb.Components.Checkout;
using TicketWeb.Components.Dashboard;
using TicketWeb.Components.Dashboard.BoxOffice;
using TicketWeb.Components.Dashboard.Refunds;
using TicketWeb.Components.Dashboard.Settlements;
using TicketWeb.Components.Layout;
using TicketWeb.Components.Mailbox;
using TicketWeb.Components.Payments;
using TicketWeb.Components.Sandbox;
using TicketWeb.Components.Scanner;
using TicketWeb.Components.Storefront;
using TicketWeb.Components.Widget;
using TicketWeb.Demo;
using TicketWeb.Features.BoxOffice;
using TicketWeb.Features.Door;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Messages;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Pricing;
using TicketWeb.Features.Settlements;
using TicketWeb.Features.Tickets;
using TicketWeb.Features.WaitingRoom;
using TicketWeb.Platform.Caching;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Files;
using TicketWeb.Platform.Health;
using TicketWeb.Platform.Jobs;
using TicketWeb.Platform.Live;
using TicketWeb.Platform.Mail;
using TicketWeb.Platform.Outbox;
using TicketWeb.Platform.Reconciling;
using TicketWeb.Platform.Security;
using TicketWeb.Platform.Starting;

if (args is [RedrawCommand.Name, ..])
    return RedrawCommand.Run(args[1..]);

var builder = WebApplication.CreateBuilder(args);

builder.AddStartUp();
builder.AddData();
builder.AddMail();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSecurity().AddAccounts();
builder.Services.AddJobs().AddOutbox().AddReconciling().AddLiveUpdates().AddPublicPages().AddHealth();

builder.Services.AddOrganizations().AddEvents().AddInventory().AddWaitingRoom().AddPricing().AddPayments().AddOrders().AddTickets().AddDoor().AddBoxOffice().AddSettlements().AddMessages();

builder.Services.AddStorefront().AddCheckout().AddDemo();
builder.Services.AddDashboard();
builder.Services.AddCascadingAuthenticationState();

if (args is [ReconcileCommand.Name, ..])
    return await ReconcileCommand.RunAsync(builder);

var app = builder.Build();
if (!await app.PrepareAsync() || !await app.AreDemoAccountsClosedAsync())
    return 1;

app.UseSecurity();
app.UseVisitorsFirst();
app.UseRouting();
app.UseRateLimiter();
app.UseAuthentication();
app.UseAuthorization();
app.UseFormTokens();
app.UseOutputCache();

app.MapStaticAssets();
app.MapHealth();
app.MapFailures((http, asked, failure) => WidgetFailure.Answer(http, asked, failure) ?? new RazorComponentResult<ErrorDocument>(new { Failure = failure }));
app.MapLiveUpdates();
app.MapStorefront();
app.MapStorefrontCheckout();
app.MapWaitingRoom();
app.MapWidget();
app.MapPayments();
app.MapSandbox();
app.MapAccount();
app.MapDoor();
app.MapSettlements();
app.MapRefunds();
app.MapBoxOffice();
if (app.Environment.IsDevelopment())
    app.MapMailbox();
// Who may frame which page is in our own headers.
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(circuits => circuits.ContentSecurityFrameAncestorsPolicy = null);

await app.ShowDemoAsync();
return await app.ServeAsync() ? 0 : 1;
