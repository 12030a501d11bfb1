using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace TicketWeb.Platform.Security;

internal static class RateLimits
{
    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<RateLimitsOptions>, RateLimitsOptionsRules>();
        services.AddOptions<RateLimitsOptions>().BindConfiguration(RateLimitsOptions.Section).ValidateOnStart();
        services.AddSingleton<MailAllowance>();
        services.AddSingleton<WrongCodes>();
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimitsOptions>>((limiter, limits) => Configure(limiter, limits.Value));
        return services;
    }

    private static void Configure(RateLimiterOptions limiter, RateLimitsOptions limits)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = SayWhenAsync;
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(Visitor(context), _ => limits.Global.Bucket));
        AddPolicy(Limits.SignIn, limits.SignIn);
        AddPolicy(Limits.SignUp, limits.SignUp);
        AddPolicy(Limits.Mail, limits.Mail);
        AddPolicy(Limits.Purchase, limits.Purchase);
        AddPolicy(Limits.WaitingRoom, limits.WaitingRoom);
        AddPolicy(Limits.Webhook, limits.Webhook);

        void AddPolicy(string name, RateLimit limit) => limiter.AddPolicy(name, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetTokenBucketLimiter(Visitor(context), _ => limit.Bucket)
            : RateLimitPartition.GetNoLimiter("reading"));
    }

    /// <summary>The body is left to the failure page, which knows who asks.</summary>
    private static ValueTask SayWhenAsync(OnRejectedContext context, CancellationToken cancel)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : TimeSpan.FromSeconds(1);
        context.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }

    /// <summary>One IPv6 household has more addresses than we have memory: its /64 counts as one visitor.</summary>
    public static string Visitor(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } six => new IPAddress([.. six.GetAddressBytes().Take(8), 0, 0, 0, 0, 0, 0, 0, 0]).ToString(),
        var four => four.ToString(),
    };
}
