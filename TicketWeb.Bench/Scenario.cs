namespace TicketWeb.Bench;

/// <summary>One thing to find out about a running server.</summary>
internal abstract class Scenario
{
    /// <summary>As it is called on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>What it finds out, in half a sentence.</summary>
    public abstract string Asks { get; }

    /// <summary>How long each of its figures is measured unless told otherwise.</summary>
    public virtual int Seconds => 20;

    /// <summary>Settings of the server that are not as they are for the others.</summary>
    public virtual IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>();

    /// <summary>Puts its figures into the rig's report.</summary>
    public abstract Task RunAsync(Rig rig, CancellationToken cancel);
}
