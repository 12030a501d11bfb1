using TicketWeb.Features.Organizations;

namespace TicketWeb.Features.WaitingRoom;

/// <summary>What a visitor is told about their place, or about the room while they have none.</summary>
public sealed record Turn(Standing Standing)
{
    public static readonly Turn Free = new(Standing.Free);

    /// <summary>Whose room it is; null where there is none.</summary>
    public OrganizationId? OrganizationId { get; init; }

    /// <summary>When the draw is; null when there is none to come.</summary>
    public DateTimeOffset? OpensAt { get; init; }

    /// <summary>How many are called before them: before the next who comes, for those who have no place.</summary>
    public int Ahead { get; init; }

    /// <summary>How long that takes; null while nobody is called.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>How much of the way is behind them.</summary>
    public int Percent { get; init; }

    /// <summary>Nothing is left at the moment, whoever is called.</summary>
    public bool SoldOut { get; init; }

    /// <summary>What their turn may start an order with; null when it is not their turn.</summary>
    public AdmissionId? Admission { get; init; }

    /// <summary>How long their turn lasts; null when it is not their turn.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>What became of the place they had before; null when they had none.</summary>
    public LostPlace? Lost { get; init; }

    /// <summary>When it is worth asking again: often when something is about to happen, seldom when not.</summary>
    public TimeSpan LookAgain { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>They have a place that will be called, or is.</summary>
    public bool HasPlace => Standing is Standing.Gathered or Standing.InLine or Standing.Called;

    /// <summary>They may start an order.</summary>
    public bool MayBuy => Standing is Standing.Free or Standing.Called;
}
