using System.Net;
using Xunit;

namespace TicketWeb.Tests.Nodes;

/// <summary>A buyer on the storefront's forms who does what people do when nothing comes back: press the button again.</summary>
internal sealed class Buyer(Uri shop, string slug, Guid type) : IDisposable
{
    private const string Refused = "refused";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = shop, Timeout = TimeSpan.FromSeconds(10) };
    private readonly string _key = Guid.NewGuid().ToString("N");

    /// <returns>The address of the order with its tickets; null when there was nothing left.</returns>
    public async Task<string?> BuyAsync(int count)
    {
        if (await PostAsync($"/e/{slug}/checkout", [new($"count-{type}", $"{count}"), new("key", _key)]) is not { } checkout)
            return null;
        while (true)
        {
            await PostAsync($"{checkout}/pay", [new("secret", _key), new("email", "bea@buyers.example"), new("name", "Bea Buyer"), new("card", "4242424242424242")]);
            // The page looks again by itself as long as the gateway is asked; when nobody heard of the payment, it offers to pay once more.
            while (await LookAsync(checkout) is var page)
            {
                if (page.StartsWith("/orders/", StringComparison.Ordinal))
                    return page;
                if (page.Contains("name=\"card\"", StringComparison.Ordinal))
                    break;
                await Task.Delay(500, Cancel);
            }
        }
    }

    public void Dispose() => _client.Dispose();

    /// <returns>Where the checkout leads, or its page.</returns>
    private Task<string> LookAsync(string checkout) => PersistAsync(checkout, async () =>
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, checkout) { Headers = { { "Cookie", $"ticketweb-checkout={_key}" } } };
        using var answer = await _client.SendAsync(request, Cancel);
        return answer.StatusCode == HttpStatusCode.Redirect ? answer.Headers.Location!.ToString()
            : answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(Cancel)
            : null;
    });

    /// <returns>Where it leads; null when it was refused.</returns>
    private async Task<string?> PostAsync(string path, KeyValuePair<string, string>[] form) => await PersistAsync(path, async () =>
    {
        using var content = new FormUrlEncodedContent(form);
        using var answer = await _client.PostAsync(new Uri(path, UriKind.Relative), content, Cancel);
        return answer.StatusCode == HttpStatusCode.Redirect ? answer.Headers.Location!.ToString()
            : answer.StatusCode == HttpStatusCode.UnprocessableEntity ? Refused
            : null;
    }) is var answer && answer == Refused ? null : answer;

    private static async Task<string> PersistAsync(string path, Func<Task<string?>> ask)
    {
        for (var until = DateTimeOffset.UtcNow + Patience; DateTimeOffset.UtcNow < until; await Task.Delay(100, Cancel))
        {
            try
            {
                if (await ask() is { } answer)
                    return answer;
            }
            catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !Cancel.IsCancellationRequested))
            {
                // The node died with the request, before it did what was asked or after: nobody knows.
            }
        }

        throw new InvalidOperationException($"{path} was never answered.");
    }
}
