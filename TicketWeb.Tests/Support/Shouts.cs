using Microsoft.Extensions.Logging;

namespace TicketWeb.Tests.Support;

/// <summary>A log that keeps what is as loud as <paramref name="least"/>.</summary>
internal sealed class Shouts(LogLevel least = LogLevel.Error) : ILoggerProvider, ILogger
{
    public List<string> Heard { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

    public void Log<TState>(LogLevel logLevel, Microsoft.Extensions.Logging.EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            Heard.Add(formatter(state, exception));
    }

    public void Dispose()
    {
    }
}
