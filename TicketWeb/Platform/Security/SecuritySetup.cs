using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace TicketWeb.Platform.Security;

/// <summary>What protects every page and endpoint: who the visitor is, headers, forms, keys, limits on size and speed, and no stack traces.</summary>
public static class SecuritySetup
{
    private const int MostBodyBytes = 1024 * 1024;

    public static IServiceCollection AddSecurity(this IServiceCollection services)
    {
        services.AddOptions<SecurityOptions>()
            .BindConfiguration(SecurityOptions.Section)
            .Validate<IHostEnvironment>(
                (o, environment) => o.PublicAddress is not null || environment.IsDevelopment(),
                "Set Security:PublicAddress to where people reach this app, like https://tickets.example: links in mails need it.")
            .Validate(o => o.PublicAddress is null or { IsAbsoluteUri: true }, "Security:PublicAddress must be a whole address, like https://tickets.example.")
            .Validate<IHostEnvironment>(
                (o, environment) => string.IsNullOrEmpty(o.MasterKey) ? environment.IsDevelopment() : MasterKey.Parse(o.MasterKey) is not null,
                "Set Security:MasterKey to 32 random bytes in Base64 (openssl rand -base64 32): it seals the keys in the database.")
            .Validate(o => o.TrustedProxies.All(p => Network(p) is not null), "Security:TrustedProxies may hold addresses and networks only, like 10.0.0.0/8.")
            .ValidateOnStart();

        services.AddHttpContextAccessor();
        services.AddScoped<CspNonce>();
        services.AddScoped<PagePolicy>();
        services.AddSingleton<OwnAddress>();
        services.AddSingleton<PublicLinks>();
        services.AddFailures();
        services.AddRateLimits();

        services.AddDataProtection().SetApplicationName("TicketWeb");
        services.AddSingleton<MasterKey>();
        services.AddSingleton<IXmlRepository, KeyStore>();
        services.AddOptions<KeyManagementOptions>().Configure<IXmlRepository>((keys, store) => keys.XmlRepository = store);

        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<CookieNames>((forms, names) =>
        {
            names.Apply(forms.Cookie, "forms");
            // We say ourselves who may frame which page.
            forms.SuppressXFrameOptionsHeader = true;
        });
        services.AddSingleton<CookieNames>();

        // An endpoint that takes uploads asks for more with [RequestSizeLimit].
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = MostBodyBytes;
            kestrel.AddServerHeader = false;
        });
        services.Configure<FormOptions>(forms => forms.ValueLengthLimit = MostBodyBytes);
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<SecurityOptions>>(TrustProxies);
        return services;
    }

    /// <summary>Comes first in the pipeline, before static files and routing.</summary>
    public static IApplicationBuilder UseSecurity(this IApplicationBuilder app) => app
        .UseForwardedHeaders()
        .UseMiddleware<UntrustedProxy>()
        .UseMiddleware<SecurityHeaders>()
        .UseFailures()
        .UseMiddleware<PlainText>();

    /// <summary>Lets no form through to an endpoint that asks for a token unless it brings one. Comes after authorization, since tokens belong to somebody.</summary>
    public static IApplicationBuilder UseFormTokens(this IApplicationBuilder app) => app
        .UseAntiforgery()
        .UseMiddleware<FormTokens>();

    private static void TrustProxies(ForwardedHeadersOptions forwarded, IOptions<SecurityOptions> options)
    {
        forwarded.ForwardedHeaders = options.Value.TrustedProxies.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        // A chain of our own proxies is followed to its end; the first stranger in it is the visitor.
        forwarded.ForwardLimit = null;
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in options.Value.TrustedProxies.Select(Network).OfType<System.Net.IPNetwork>())
            forwarded.KnownIPNetworks.Add(network);
    }

    private static System.Net.IPNetwork? Network(string text) => System.Net.IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
