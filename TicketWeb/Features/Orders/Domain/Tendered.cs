using TicketWeb.Features.Payments;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>What was paid at the desk, and with what. All but cash has a number by which it is found again.</summary>
internal sealed record Tendered(Tender Tender, string? Reference)
{
    private const int LongestReference = 60;

    public static Outcome<Tendered> Read(DeskInput input, Money total)
    {
        var errors = new InputErrors();
        errors.Require(input.Tender is not null, "tender", "Choose how it is paid.");
        var reference = errors.Text(input.Reference, "reference", "The number", LongestReference, optional: input.Tender is null or Tender.Cash);
        if (input.Tender == Tender.Cash && !string.IsNullOrWhiteSpace(input.Given))
        {
            var given = Money.Parse(input.Given, total.Currency);
            errors.Require(given is not null, "given", "Enter an amount like 20 or 20.50.");
            errors.Require(given is null || given.Value.Minor >= total.Minor, "given", $"That is {total - (given ?? total)} too little.");
        }

        return errors.None ? new Tendered(input.Tender!.Value, reference.Length > 0 && input.Tender != Tender.Cash ? reference : null) : errors.ToRefusal();
    }
}
