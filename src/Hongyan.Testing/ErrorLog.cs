using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Hongyan.Testing;

/// <summary>Keeps the exceptions that the bot logs as errors: a handler that throws answers 200 and says nothing on the wire.</summary>
internal sealed class ErrorLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<Exception> _errors = new();

    public IReadOnlyList<Exception> Errors => [.. _errors];

    public int Count => _errors.Count;

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel) && exception is not null)
            _errors.Enqueue(exception);
    }

    public void Dispose()
    {
    }
}
