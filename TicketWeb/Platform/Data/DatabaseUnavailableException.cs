namespace TicketWeb.Platform.Data;

/// <summary>There is no database to work with. The message is a sentence for the person who started the app, with what to do next.</summary>
public sealed class DatabaseUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
