namespace TicketWeb.Kernel;

/// <summary>Something that happened, in the past tense. Written with the change itself, and told to whoever listens.</summary>
public interface IFact;
