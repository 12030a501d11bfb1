using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using Shouldly;
using TicketWeb.Components.Checkout;
using TicketWeb.Components.Design;
using TicketWeb.Features.WaitingRoom;
using TicketWeb.Features.WaitingRoom.UseCases;
using TicketWeb.Kernel;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.WaitingRoom;

/// <summary>The waiting room as browsers meet it: over HTTP, on the running app, with its own clock and its own keeper.</summary>
public sealed class RushTests(RushApp app) : IClassFixture<RushApp>, IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = app.Address };

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Three_hundred_come_early_and_every_one_of_them_buys_once()
    {
        const int visitors = 300;
        var night = await NightAsync(room: visitors);
        await PlanAsync(night, new RoomInput(RoomMode.Scheduled, DateTimeOffset.UtcNow.AddMinutes(30).LocalTime("Europe/London").DateTime, 6_000));
        var places = await Task.WhenAll(Enumerable.Range(0, visitors).Select(_ => TakeAsync(night)));
        (await BuyAsync(night, places[0])).Headers.Location!.OriginalString.ShouldStartWith($"/e/{night.Slug}/waiting");

        var opened = DateTimeOffset.UtcNow;
        (await app.Get<DirectRoom>().OpenAsync(night.By.Access, night.Id, Cancel)).Refusal.ShouldBeNull();
        var called = new ConcurrentQueue<string>();
        await Task.WhenAll(places.Select(async place =>
        {
            await UntilAsync(() => StatusAsync(night, place), s => s.Standing == "Called");
            called.Enqueue(place);
            (await BuyAsync(night, place)).Headers.Location!.OriginalString.ShouldStartWith("/checkout/");
        }));

        var line = (await app.Get<RoomBoard>().LookAsync(night.Slug, Cancel)).Room!.Line;
        called.Select(c => line.PlaceOf(app.Get<PlaceTokens>().Open(c)!.Number)).Order().ShouldBe(Enumerable.Range(0, visitors));
        (DateTimeOffset.UtcNow - opened).ShouldBeGreaterThan(TimeSpan.FromSeconds((visitors / 100.0) - 1), "a hundred a second");
        (await night.PoolAsync("Room")).Left.ShouldBe(0);
    }

    [Fact]
    public async Task A_cookie_that_was_copied_to_twenty_browsers_buys_once()
    {
        var (night, place) = await CalledAsync();
        (await app.Get<DirectRoom>().PauseAsync(night.By.Access, night.Id, Cancel)).Refusal.ShouldBeNull();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => BuyAsync(night, place)));

        answers.Count(a => a.Headers.Location!.OriginalString.StartsWith("/checkout/", StringComparison.Ordinal)).ShouldBe(1);
        (await night.PoolAsync("Room")).Claimed.ShouldBe(1);
        var other = answers.First(a => a.Headers.Location!.OriginalString.StartsWith($"/e/{night.Slug}/waiting", StringComparison.Ordinal));
        (await PageAsync(night, Cookie(other)!)).ShouldContain("Your turn has started an order already.");
    }

    [Fact]
    public async Task Two_clicks_without_a_script_lead_to_the_same_order()
    {
        var (night, place) = await CalledAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => BuyAsync(night, place, key: "")));

        answers.Select(a => a.Headers.Location!.OriginalString).Distinct().ShouldHaveSingleItem().ShouldStartWith("/checkout/");
    }

    [Fact]
    public async Task Whoever_comes_while_there_is_a_line_keeps_what_they_chose()
    {
        var night = await OpenAsync(perMinute: 1);
        await TakeAsync(night);

        var answer = await BuyAsync(night, null);

        answer.Headers.Location!.OriginalString.ShouldBe($"/e/{night.Slug}/waiting?{Chosen(night)}=1");
        var page = await (await SendAsync(HttpMethod.Get, answer.Headers.Location.OriginalString, Cookie(answer))).Content.ReadAsStringAsync(Cancel);
        page.ShouldContain($"""name="{Chosen(night)}" value="1" """.TrimEnd());
        page.ShouldContain("You are number 2");
    }

    [Fact]
    public async Task Another_sites_form_costs_nobody_their_place()
    {
        var night = await OpenAsync(perMinute: 1);

        var answer = await SendAsync(HttpMethod.Post, $"/e/{night.Slug}/waiting", null, [], ("Sec-Fetch-Site", "cross-site"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Cookie(answer).ShouldBeNull();
    }

    [Fact]
    public async Task Without_a_room_nobody_is_sent_anywhere()
    {
        var night = await NightAsync(room: 10);

        (await BuyAsync(night, null)).Headers.Location!.OriginalString.ShouldStartWith("/checkout/");
        (await SendAsync(HttpMethod.Get, $"/e/{night.Slug}/waiting", null)).Headers.Location!.OriginalString.ShouldBe($"/e/{night.Slug}");
        (await SendAsync(HttpMethod.Get, "/e/no-such-night/waiting", null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_rush_opens_it_and_the_events_page_says_so()
    {
        var night = await NightAsync(room: 100);
        await PlanAsync(night, new RoomInput(RoomMode.Automatic, null, 60));
        await UntilAsync(() => StatusAsync(night, null), s => s.Standing == "Free");
        (await BuyAsync(night, null)).Headers.Location!.OriginalString.ShouldStartWith("/checkout/");

        await Task.WhenAll(Enumerable.Range(0, 15).Select(_ => BuyAsync(night, null)));

        await UntilAsync(() => StatusAsync(night, null), s => s.Standing == "Outside");
        (await BuyAsync(night, null)).Headers.Location!.OriginalString.ShouldStartWith($"/e/{night.Slug}/waiting");
        (await _http.GetStringAsync($"/e/{night.Slug}", Cancel)).ShouldContain("Take a place in line");
    }

    [Fact]
    public async Task Whoever_may_switch_it_off_walks_past_it_and_nobody_else()
    {
        var night = await OpenAsync(perMinute: 1);
        var stranger = (await AnOrganization.InAsync(app.Services)).Access.AccountId;

        (await ArriveAsync(night, night.By.Access.AccountId)).MayBuy.ShouldBeTrue();
        (await ArriveAsync(night, stranger)).MayBuy.ShouldBeFalse();
        (await ArriveAsync(night, Guid.NewGuid())).MayBuy.ShouldBeFalse();
    }

    [Fact]
    public async Task The_page_is_small_and_loads_itself_again_where_scripts_do_not_run()
    {
        var night = await OpenAsync(perMinute: 1);
        await TakeAsync(night);
        var page = await PageAsync(night, await TakeAsync(night));

        page.ShouldContain("""<noscript><meta http-equiv="refresh" content="15"></noscript>""");
        page.Length.ShouldBeLessThan(6_000);
    }

    private async Task<(MadeEvent Night, string Place)> CalledAsync()
    {
        var night = await OpenAsync(perMinute: 600);
        var place = await TakeAsync(night);
        await UntilAsync(() => StatusAsync(night, place), s => s.Standing == "Called");
        return (night, place);
    }

    private async Task<MadeEvent> NightAsync(int room) => await AnEvent.By(await AnOrganization.InAsync(app.Services))
        .WithPool("Room", room).With("Standing", 25m, "Room").PublishedAsync();

    private async Task<MadeEvent> OpenAsync(int perMinute)
    {
        var night = await NightAsync(room: 100);
        await PlanAsync(night, new RoomInput(RoomMode.Automatic, null, perMinute));
        (await app.Get<DirectRoom>().OpenAsync(night.By.Access, night.Id, Cancel)).Refusal.ShouldBeNull();
        return night;
    }

    private async Task PlanAsync(MadeEvent night, RoomInput input) =>
        (await app.Get<SetUpRoom>().RunAsync(night.By.Access, night.Id, input, Cancel)).Refusal.ShouldBeNull();

    /// <returns>The cookie that the browser keeps.</returns>
    private async Task<string> TakeAsync(MadeEvent night) => Cookie(await SendAsync(HttpMethod.Post, $"/e/{night.Slug}/waiting", null, []))!;

    private async Task<WaitingStatus> StatusAsync(MadeEvent night, string? place) =>
        (await (await SendAsync(HttpMethod.Post, $"/e/{night.Slug}/waiting/status", place, [])).Content.ReadFromJsonAsync<WaitingStatus>(Cancel))!;

    private async Task<string> PageAsync(MadeEvent night, string place) =>
        await (await SendAsync(HttpMethod.Get, $"/e/{night.Slug}/waiting", place)).Content.ReadAsStringAsync(Cancel);

    private Task<HttpResponseMessage> BuyAsync(MadeEvent night, string? place, string? key = null) => SendAsync(
        HttpMethod.Post, $"/e/{night.Slug}/checkout", place, new() { [Chosen(night)] = "1", ["key"] = key ?? Guid.NewGuid().ToString("N") });

    private Task<Turn> ArriveAsync(MadeEvent night, Guid account)
    {
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, $"{account}")], "test"));
        return app.Get<Turnstile>().ArriveAsync(night.Slug, null, user, Cancel);
    }

    private static string Chosen(MadeEvent night) => TicketForm.FieldFor(night.Types["Standing"].Value.ToString());

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string address, string? place, Dictionary<string, string>? form = null, (string Name, string Value)? header = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = form is null ? null : new FormUrlEncodedContent(form) };
        if (place is not null)
            request.Headers.Add("Cookie", $"ticketweb-place={place}");
        if (header is var (name, value))
            request.Headers.Add(name, value);
        return await _http.SendAsync(request, Cancel);
    }

    private static string? Cookie(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.FirstOrDefault(c => c.StartsWith("ticketweb-place=", StringComparison.Ordinal)) is { } cookie
            ? cookie.Split(';')[0]["ticketweb-place=".Length..]
            : null;

    private static async Task UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> fine)
    {
        for (var i = 0; !fine(await ask()); i++)
        {
            i.ShouldBeLessThan(150, "half a minute is enough");
            await Task.Delay(200, Cancel);
        }
    }
}
