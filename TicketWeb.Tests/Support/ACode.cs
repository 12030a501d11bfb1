using Microsoft.Extensions.DependencyInjection;
using TicketWeb.Features.Pricing;
using TicketWeb.Features.Pricing.UseCases;
using Xunit;

namespace TicketWeb.Tests.Support;

/// <summary>Makes a discount code the way its team does: <c>await ACode.For(night).With("EARLY", "20").CreatedAsync()</c>.</summary>
public sealed class ACode
{
    private readonly MadeEvent _of;
    private CodeInput _input = new("EARLY", DiscountKind.Percent, DiscountPer.Ticket, "20", []);

    private ACode(MadeEvent of) => _of = of;

    public static ACode For(MadeEvent of) => new(of);

    /// <summary>A share of each ticket.</summary>
    public ACode With(string code, string percent = "20", int? mostUses = null)
    {
        _input = _input with { Code = code, Amount = percent, MostUses = mostUses };
        return this;
    }

    public ACode But(Func<CodeInput, CodeInput> change)
    {
        _input = change(_input);
        return this;
    }

    public async Task<DiscountCodeId> CreatedAsync() =>
        (await _of.By.Services.GetRequiredService<CreateCode>().RunAsync(_of.By.Access, _of.Id, _input, TestContext.Current.CancellationToken)).Value;
}
