namespace TicketWeb.Components.Design.Art;

/// <summary>Numbers that look random and are the same for the same text on every machine: <see cref="System.Random"/> promises that of no version but its own.</summary>
internal sealed class ArtDice
{
    private uint state;

    public ArtDice(string text)
    {
        state = 2166136261;
        foreach (var letter in text)
            state = unchecked((state ^ letter) * 16777619);
    }

    /// <summary>From 0 up to, not including, 1.</summary>
    public double Next()
    {
        unchecked
        {
            state += 0x9e3779b9;
            var mixed = (state ^ (state >> 16)) * 0x85ebca6b;
            mixed = (mixed ^ (mixed >> 13)) * 0xc2b2ae35;
            return (mixed ^ (mixed >> 16)) / 4294967296d;
        }
    }

    public double Between(double low, double high) => low + (Next() * (high - low));

    public int Below(int count) => (int)(Next() * count);

    public bool Chance(double likelihood) => Next() < likelihood;

    public T Pick<T>(params ReadOnlySpan<T> of) => of[Below(of.Length)];
}
