namespace TicketWeb.Kernel;

/// <summary>What is wrong with one input.</summary>
/// <param name="Field">The input's form name.</param>
/// <param name="Sentence">What the person reads beside it.</param>
public sealed record InputError(string Field, string Sentence);
