using TicketWeb.Features.Payments;

namespace TicketWeb.Features.BoxOffice;

/// <summary>What somebody counted of one tender, as typed.</summary>
/// <param name="Expected">What the page said should be there, in minor units: what was sold since is not in it.</param>
/// <param name="Counted">Of cash, all that is in the drawer, with what it held at the start.</param>
public sealed record CountInput(Tender Tender, long Expected, string? Counted)
{
    /// <summary>The field that mistakes in it are told at.</summary>
    public string Field => $"counted-{Tender}";

    /// <summary>What is said where no amount is typed.</summary>
    public string Wanted => $"Add up the {Tender.Counted()}, and enter an amount like 120 or 120.50.";
}
