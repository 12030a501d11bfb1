using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;
using TicketWeb.Platform.Security;

namespace TicketWeb.Components.Checkout;

/// <summary>Looks up the codes that visitors type or follow a link with, for those who are not guessing.</summary>
public sealed class TypedCodes(FindCode find, WrongCodes wrongOnes)
{
    /// <summary>Why no code is taken from this visitor now; null where none was typed, too.</summary>
    public TooManyWrongCodes? Refused(HttpContext http, string? typed) => CodeTerms.Normal(typed) is null || wrongOnes.MayTry(http) ? null : new TooManyWrongCodes();

    /// <param name="answered">Why the order was refused that came with it; null where none was.</param>
    /// <returns>The code, or why it cannot be used; neither where none was typed.</returns>
    public async Task<(CodeTerms? Known, Refusal? Wrong)> LookUpAsync(HttpContext http, EventId of, string? typed, Refusal? answered, CancellationToken cancel)
    {
        if (CodeTerms.Normal(typed) is not { } code)
            return (null, null);
        CodeTerms? known = null;
        var wrong = answered as NoSuchCode ?? (Refusal?)Refused(http, code);
        if (wrong is null)
            (await find.RunAsync(of, code, cancel)).IsDone(out known, out wrong);
        if (wrong is NoSuchCode)
            wrongOnes.Count(http);
        return (known, wrong);
    }
}
