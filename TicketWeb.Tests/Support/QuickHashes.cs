using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace TicketWeb.Tests.Support;

/// <summary>A password's hash takes a tenth of a second on purpose, which nobody attacks here.</summary>
internal static class QuickHashes
{
    public static IServiceCollection HashQuickly(this IServiceCollection services) => services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1);
}
