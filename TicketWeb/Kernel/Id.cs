namespace TicketWeb.Kernel;

/// <summary>Makes and reads ids.</summary>
public static class Id
{
    /// <summary>A new id. Version 7, so that rows made together lie together in an index.</summary>
    public static TId New<TId>() where TId : struct, IId<TId> => TId.From(Guid.CreateVersion7());

    /// <summary>The id behind a text that came from outside; null when the text is not one.</summary>
    public static TId? Parse<TId>(string? text) where TId : struct, IId<TId> =>
        Guid.TryParse(text, out var value) ? TId.From(value) : null;
}
