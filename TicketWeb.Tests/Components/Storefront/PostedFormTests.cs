using System.Net;
using System.Text;
using Shouldly;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Components.Storefront;

public sealed class PostedFormTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/e/any-night/checkout")]
    [InlineData("/checkout/01a200e5-9c6e-7d27-87da-3bfa03cd565b/pay")]
    [InlineData("/checkout/01a200e5-9c6e-7d27-87da-3bfa03cd565b/extend")]
    [InlineData("/sandbox/3ds/01a200e5-9c6e-7d27-87da-3bfa03cd565b")]
    public async Task What_is_no_form_is_refused_with_problem_details(string path)
    {
        using var client = app.Client();
        using var json = new StringContent("{}", Encoding.UTF8, "application/json");

        using var response = await client.PostAsync(path, json, Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_bloated_form_is_refused()
    {
        using var client = app.Client();
        using var form = new FormUrlEncodedContent(Enumerable.Range(0, 3_000).Select(i => KeyValuePair.Create($"count-{i}", "1")));

        using var response = await client.PostAsync("/e/any-night/checkout", form, Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/search?q=%00")]
    [InlineData("/search?city=a%00b")]
    [InlineData("/e/night-swimmers?code=%00")]
    [InlineData("/account/sign-in?returnUrl=/%00")]
    public async Task A_nul_in_an_address_is_refused(string address)
    {
        using var client = app.Client();

        using var response = await client.GetAsync(address, Cancel);

        await ShouldBeUnreadableAsync(response);
    }

    [Theory]
    [InlineData("/e/any-night/checkout")]
    [InlineData("/checkout/01a200e5-9c6e-7d27-87da-3bfa03cd565b/pay")]
    [InlineData("/account/sign-in")]
    [InlineData("/my-tickets")]
    public async Task A_nul_in_a_form_is_refused(string path)
    {
        using var client = app.Client();
        using var encoded = new FormUrlEncodedContent([new("email", "sam\0@example.org")]);
        using var parts = new MultipartFormDataContent { { new StringContent("sam\0@example.org"), "email" } };

        using var first = await client.PostAsync(path, encoded, Cancel);
        using var second = await client.PostAsync(path, parts, Cancel);

        await ShouldBeUnreadableAsync(first);
        await ShouldBeUnreadableAsync(second);
    }

    [Fact]
    public async Task Other_peoples_orders_are_not_found()
    {
        using var client = app.Client();
        var night = await AnEvent.By(await AnOrganization.InAsync(app.Services)).WithPool("Room", 10).With("Standing", 25m, "Room").PublishedAsync();
        var order = await AnOrder.For(night).With(1, "Standing").StartedAsync();
        using var form = new FormUrlEncodedContent([new("secret", "somebody-elses-secret-000"), new("email", "a@b.example"), new("name", "A"), new("card", Cards.Succeeds)]);

        (await client.GetAsync($"/checkout/{order.Id.Value}", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.PostAsync($"/checkout/{order.Id.Value}/pay", form, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync($"/orders/AAAA-AAAA/{order.Secret}", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task ShouldBeUnreadableAsync(HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(Cancel)).ShouldContain("What was sent here is broken");
    }
}
