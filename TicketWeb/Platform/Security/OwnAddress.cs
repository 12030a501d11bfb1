using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace TicketWeb.Platform.Security;

/// <summary>Where this very process listens, as something that can be called.</summary>
public sealed class OwnAddress(IConfiguration settings, IServer? server = null)
{
    private const string Fallback = "http://localhost:5000";

    /// <summary>What the server is bound to; before it is, what it was told to be.</summary>
    public Uri Value => Callable(
        server?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
        ?? settings[WebHostDefaults.ServerUrlsKey]?.Split(';')[0]
        ?? Fallback);

    /// <summary>A server may listen on every address there is ("http://*:8080"), which is none to call.</summary>
    internal static Uri Callable(string bound)
    {
        var address = BindingAddress.Parse(bound);
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
        return new UriBuilder(address.Scheme, host, address.Port).Uri;
    }
}
