using System.Globalization;

namespace TicketWeb.Bench;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Json">Where to write the figures; null for nowhere.</param>
/// <param name="Seconds">How long each figure is measured; null for the scenario's own default.</param>
/// <param name="Kills">How often the crash scenario kills something.</param>
internal sealed record BenchOptions(Scenario Scenario, string? Json, int? Seconds, int Kills)
{
    private const int FewestKills = 20;

    /// <summary>Null when it makes no sense.</summary>
    public static BenchOptions? Parse(string[] args, IReadOnlyList<Scenario> known)
    {
        if (args.Length % 2 == 0 || known.SingleOrDefault(s => s.Name == args[0]) is not { } scenario)
            return null;

        var options = new BenchOptions(scenario, null, null, FewestKills);
        foreach (var pair in args.Skip(1).Chunk(2))
        {
            var number = int.TryParse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) && parsed > 0 ? parsed : (int?)null;
            var next = (pair[0], number) switch
            {
                ("--json", _) => options with { Json = pair[1] },
                ("--seconds", { } seconds) => options with { Seconds = seconds },
                ("--kills", { } kills) => options with { Kills = kills },
                _ => null,
            };
            if (next is null)
                return null;
            options = next;
        }

        return options;
    }
}
