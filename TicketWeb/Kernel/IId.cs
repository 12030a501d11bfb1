namespace TicketWeb.Kernel;

/// <summary>An identifier with a type of its own, so that an order's id is never taken for a ticket's.</summary>
public interface IId<TSelf> where TSelf : struct, IId<TSelf>
{
    /// <summary>The version-7 UUID behind the id.</summary>
    Guid Value { get; }

    /// <summary>Reads an id back from its stored value.</summary>
    static abstract TSelf From(Guid value);
}
