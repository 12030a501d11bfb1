namespace TicketWeb.Tests.Architecture;

/// <summary>A rule of the house, with the test of whether a use breaks it.</summary>
internal sealed record Rule(string Sentence, Func<Use, bool> IsBrokenBy)
{
    public override string ToString() => Sentence;
}
