using System.Net;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace TicketWeb.Features.Payments.Stripe;

/// <summary>What is tried again, and after how long: the network, somebody else at the same object (409), too many at once (429), and trouble at Stripe.</summary>
internal static class StripePatience
{
    public static readonly ResiliencePipeline<HttpResponseMessage> Pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = 3,
            Delay = TimeSpan.FromMilliseconds(500),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome switch
            {
                { Exception: HttpRequestException or TimeoutRejectedException } => true,
                { Result: { } answer } => MayPass(answer.StatusCode),
                _ => false,
            }),
        })
        .AddTimeout(TimeSpan.FromSeconds(20))
        .Build();

    public static bool MayPass(HttpStatusCode status) => status is HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests || (int)status >= 500;
}
