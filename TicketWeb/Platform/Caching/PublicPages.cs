namespace TicketWeb.Platform.Caching;

/// <summary>
/// Pages that are the same for everybody and asked for by many at once: the first visitor's copy serves the others for a few seconds.
/// What changes faster than that (counts of tickets) is corrected in the browser by live updates, and checked again when somebody buys.
/// </summary>
public static class PublicPages
{
    /// <summary>For <c>[OutputCache(PolicyName = …)]</c>. A page names the query keys that it reads; one that names none is kept apart by all of them.</summary>
    public const string Policy = "public-page";

    private const long MostBytes = 64 * 1024 * 1024;
    private const long MostBytesOfAPage = 1024 * 1024;

    /// <summary>Says when what a page shows is over, whatever happens: a price, a sale. It is kept no longer than that.</summary>
    public static void TurnsOverAfter(this HttpContext http, TimeSpan time)
    {
        if (http.TurnsOver() is not { } sooner || time < sooner)
            http.Items[typeof(PublicPages)] = time;
    }

    internal static TimeSpan? TurnsOver(this HttpContext http) => http.Items[typeof(PublicPages)] as TimeSpan?;

    public static IServiceCollection AddPublicPages(this IServiceCollection services)
    {
        services.AddOptions<PublicPagesOptions>().BindConfiguration(PublicPagesOptions.Section)
            .Validate(o => o.Seconds is >= 0 and <= 300, "PublicPages:Seconds must be between 0 and 300; 0 makes every page anew.")
            .ValidateOnStart();
        return services.AddOutputCache(cache =>
        {
            cache.SizeLimit = MostBytes;
            cache.MaximumBodySize = MostBytesOfAPage;
            cache.AddPolicy(Policy, policy => policy.AddPolicy<PublicPagePolicy>(), excludeDefaultPolicy: true);
        });
    }
}
