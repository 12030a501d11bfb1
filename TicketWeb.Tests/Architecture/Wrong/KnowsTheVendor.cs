using TicketWeb.Features.Payments.Sandbox;

namespace TicketWeb.Features.Orders.UseCases;

internal static class KnowsTheVendor
{
    public static string Card => SandboxCards.Digits("4242");
}
