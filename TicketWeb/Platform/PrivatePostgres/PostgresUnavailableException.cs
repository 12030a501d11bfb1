namespace TicketWeb.Platform.PrivatePostgres;

/// <summary>The private PostgreSQL cannot be had. The message is a sentence for the person who started the app, with what to do next.</summary>
public sealed class PostgresUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
