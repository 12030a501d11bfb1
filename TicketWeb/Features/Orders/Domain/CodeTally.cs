using TicketWeb.Features.Pricing;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>How often codes have been used, while nobody else can use them.</summary>
internal sealed class CodeTally(IReadOnlyDictionary<DiscountCodeId, int> used)
{
    private readonly Dictionary<DiscountCodeId, int> _used = new(used);

    /// <summary>Counts so many uses from now on; or the refusal, where that would be more than all may have together.</summary>
    public CodeUsedUp? Use(CodeTerms? code, int uses)
    {
        if (code?.MostUses is not { } most)
            return null;
        var left = most - _used.GetValueOrDefault(code.Id);
        if (left < uses)
            return new CodeUsedUp(code.Code, left);

        _used[code.Id] = most - left + uses;
        return null;
    }
}
