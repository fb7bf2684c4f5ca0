using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PolicyAssistantBot.Tests.Issues.Attacks;

/// <summary>One line of the log.</summary>
internal sealed record LogLine(string Category, LogLevel Level, EventId Event, string Text, Exception? Exception);

/// <summary>Collects the log of a host.</summary>
internal sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> lines = new();

    public IReadOnlyList<LogLine> All => [.. lines];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, lines);

    public void Dispose() { }

    private sealed class Logger(string category, ConcurrentQueue<LogLine> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => lines.Enqueue(new LogLine(category, logLevel, eventId, formatter(state, exception), exception));
    }
}
