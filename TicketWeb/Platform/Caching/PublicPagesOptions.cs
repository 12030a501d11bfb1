namespace TicketWeb.Platform.Caching;

/// <summary>How old a page may be that visitors are shown.</summary>
public sealed class PublicPagesOptions
{
    public const string Section = "PublicPages";

    /// <summary>0 makes every page anew for every visitor.</summary>
    public int Seconds { get; set; } = 15;
}
