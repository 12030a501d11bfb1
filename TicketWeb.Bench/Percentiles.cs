namespace TicketWeb.Bench;

/// <summary>So many of a hundred took this long or less: exact, from every single duration.</summary>
internal sealed class Percentiles(IEnumerable<double> milliseconds)
{
    private readonly double[] _sorted = [.. milliseconds.Order()];

    public double At(double percent) => _sorted.Length == 0 ? double.NaN : _sorted[(int)Math.Ceiling(percent / 100 * _sorted.Length) - 1];
}
