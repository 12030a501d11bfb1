using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments.Stripe;

/// <summary>
/// Speaks to Stripe: forms out, JSON back, one version of the API. What may pass by itself (the network, 409, 429, 5xx) is tried again with the
/// same key, so that nothing is done twice; what does not pass throws, because then nobody knows. Every other no is an answer.
/// </summary>
internal sealed class StripeClient(IHttpClientFactory clients, IOptions<StripeOptions> options)
{
    public const string Name = "stripe";
    public const string Version = "2026-10-28.endive";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public Task<Outcome<T>> GetAsync<T>(string path, CancellationToken cancel) where T : notnull =>
        SendAsync<T>(() => new HttpRequestMessage(HttpMethod.Get, path), cancel);

    /// <param name="key">What is sent twice with the same key is done once.</param>
    /// <param name="fields">In Stripe's names; those without a value are left out.</param>
    public Task<Outcome<T>> PostAsync<T>(string path, string key, IReadOnlyList<(string Name, string? Value)> fields, CancellationToken cancel) where T : notnull =>
        SendAsync<T>(
            () => new HttpRequestMessage(HttpMethod.Post, path)
            {
                Headers = { { "Idempotency-Key", key } },
                Content = new FormUrlEncodedContent(fields.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value))),
            },
            cancel);

    private async Task<Outcome<T>> SendAsync<T>(Func<HttpRequestMessage> make, CancellationToken cancel) where T : notnull
    {
        using var client = clients.CreateClient(Name);
        using var answer = await StripePatience.Pipeline.ExecuteAsync(async token => await AskAsync(client, make, token), cancel);
        if (answer.IsSuccessStatusCode)
            return (await answer.Content.ReadFromJsonAsync<T>(Json, cancel))!;
        if (StripePatience.MayPass(answer.StatusCode))
            throw new HttpRequestException($"Stripe still answers {(int)answer.StatusCode}.", null, answer.StatusCode);
        return new StripeRefused((int)answer.StatusCode, (await answer.Content.ReadFromJsonAsync<StripeFailure>(Json, cancel))?.Error ?? new StripeError(null, null, null));
    }

    private async Task<HttpResponseMessage> AskAsync(HttpClient client, Func<HttpRequestMessage> make, CancellationToken cancel)
    {
        using var request = make();
        request.RequestUri = new Uri(options.Value.Address, $"v1/{request.RequestUri}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.SecretKey);
        request.Headers.Add("Stripe-Version", Version);
        return await client.SendAsync(request, cancel);
    }
}
