namespace TicketWeb.Components.Design;

/// <summary>One ticket type or add-on as the form to choose tickets shows it; money in minor units beside its words, for the script that adds up.</summary>
public sealed record TicketRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string Description { get; init; } = "";

    /// <summary>With every fee and with tax: "£27.50", "Free".</summary>
    public required string Price { get; init; }

    /// <summary>With every fee and with tax.</summary>
    public required long PriceMinor { get; init; }

    /// <summary>How much of it is fees.</summary>
    public required long FeeMinor { get; init; }

    /// <summary>How much of it is tax that is added to the price; none where prices include it.</summary>
    public long TaxMinor { get; init; }

    /// <summary>Where this price is one that ends: its name, how long it lasts, how many have it; else "".</summary>
    public string Tier { get; init; } = "";

    /// <summary>This price is for so many only: who wants more than are left at it pays another for the rest.</summary>
    public bool SoManyOnly { get; init; }

    /// <summary>What is in the price beside the ticket: "with fees", "with fees and tax"; "" where nothing is. What somebody gives has nothing in it, and the tax may come on top.</summary>
    public string With => OnlyIncluded ? "" : ChoosesAmount ? TaxMinor > 0 ? "plus tax" : "" : (FeeMinor > 0, TaxMinor > 0) switch
    {
        (true, true) => "with fees and tax",
        (true, false) => "with fees",
        (false, true) => "with tax",
        (false, false) => "",
    };

    /// <summary>"Only 12 left", "Sold out", or nothing.</summary>
    public string Left { get; init; } = "";

    /// <summary>"available", "few", "soldout" or "unavailable", as live counts say it too.</summary>
    public required string State { get; init; }

    /// <summary>Why it cannot be chosen now and when it can: "On sale from Monday 3 May, 10:00"; "" where the page says so for all of them.</summary>
    public string? Closed { get; init; }

    /// <summary>Buyers choose what they give; <see cref="Price"/> says the least.</summary>
    public bool ChoosesAmount { get; init; }

    /// <summary>The tax that is added to what they give, in basis points; 0 where there is none, or it is in it.</summary>
    public int AmountTax { get; init; }

    /// <summary>What somebody gives, as typed, when the form comes back.</summary>
    public string? Amount { get; init; }

    /// <summary>What is wrong with it; null while nothing is.</summary>
    public string? AmountError { get; init; }

    /// <summary>Had with tickets only, and no ticket itself.</summary>
    public bool IsAddOn { get; init; }

    /// <summary>What it goes with, and what of it comes for nothing: "Goes with Seat", "1 included with each ticket"; "" where there is nothing to say.</summary>
    public string Terms { get; init; } = "";

    /// <summary>It comes with tickets and cannot be bought beside.</summary>
    public bool OnlyIncluded { get; init; }

    /// <summary>Seen only by those who have a code for it.</summary>
    public bool Hidden { get; init; }

    /// <summary>Taken from what is set aside for those who have a code, whatever is left for others.</summary>
    public bool SetAside { get; init; }

    public int Fewest { get; init; } = 1;

    public int Most { get; init; } = 10;

    /// <summary>What is chosen already, when the form comes back.</summary>
    public int Chosen { get; init; }

    public bool CanBeChosen => State is "available" or "few" && Closed is null && !OnlyIncluded;
}
