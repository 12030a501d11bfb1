using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing.Domain;

/// <summary>The rules by which a cart becomes a quote; pure.</summary>
internal sealed record PriceList(long FeeFlat, BasisPoints FeeShare)
{
    public Quote Quote(Currency currency, IEnumerable<CartItem> cart) =>
        new(currency, [.. cart.Where(i => i.Count > 0).Select(i => new QuoteLine(i.TicketTypeId, i.Name, i.Count, i.UnitPrice, Fee(i.UnitPrice)))]);

    public Money Fee(Money price) => price.Minor <= 0
        ? Money.Zero(price.Currency)
        : new Money(checked(FeeFlat + FeeShare.Of(price.Minor)), price.Currency);
}
