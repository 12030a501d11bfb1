using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TicketWeb.Tests.Support;

/// <summary>
/// axe-core, which looks for whatever stands in the way of anyone. The site whose pages it looks at serves it: half a megabyte of script that the
/// browser fetches and compiles once in a story, where handing it to each document costs half a second of processor.
/// </summary>
internal sealed class AxeScript : IStartupFilter
{
    public const string Path = "/axe.js";

    private static readonly Lazy<string> Text = new(() => Tools.Read("node_modules/axe-core/axe.min.js") + "; axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] });");

    public static void Map(IEndpointRouteBuilder site) => site.MapGet(Path, ServeAsync);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Map(Path, axe => axe.Run(ServeAsync));
        next(app);
    };

    private static Task ServeAsync(HttpContext http)
    {
        http.Response.ContentType = "text/javascript";
        http.Response.Headers.CacheControl = "max-age=3600";
        return http.Response.WriteAsync(Text.Value, http.RequestAborted);
    }
}
