using TicketWeb.Features.Pricing;

namespace TicketWeb.Demo;

/// <summary>A code of a demo event.</summary>
/// <param name="Types">The ticket types that it is for, by name; none are all.</param>
internal sealed record DemoCode(CodeInput Input, params string[] Types);
