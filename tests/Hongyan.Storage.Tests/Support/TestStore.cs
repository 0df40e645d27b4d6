using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Storage.Tests.Support;

/// <summary>A database of one test, with the keys that outlive its processes.</summary>
internal abstract class TestStore : IDisposable
{
    public IDataProtectionProvider Keys { get; } = new EphemeralDataProtectionProvider();

    /// <summary>How many commits a message takes whose handler is quick.</summary>
    public abstract int CommitsOfAMessage { get; }

    /// <summary>Makes it; skips the test where this machine has no such database.</summary>
    public virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>Registers the store of one process.</summary>
    public abstract void Register(IServiceCollection services, TimeProvider time);

    /// <summary>Ends a process as kill -9 does: nothing that was not committed is, and nobody is told.</summary>
    public abstract Task KillAsync(IServiceProvider services);

    /// <summary>As if time had passed for whoever waits for what a killed process was fetching.</summary>
    public virtual void EndLeases()
    {
    }

    /// <summary>Deletes what is old.</summary>
    public abstract Task CleanOnceAsync(IServiceProvider services);

    /// <summary>Keeps everybody from writing, as a backup does that went wrong.</summary>
    public abstract IDisposable Block();

    /// <summary>Has the database refuse at once whatever is written to the inbox, as a full disk does, or no more.</summary>
    public void Refuse(bool refuses)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are the tests' own.
        command.CommandText = refuses ? RefuseSql : AllowSql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>All that is in the database, as somebody reads it who steals the disk.</summary>
    public abstract Task<string> ReadAllAsync();

    /// <summary>Asks the database beside whoever else uses it.</summary>
    public T? Scalar<T>(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are the tests' own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar() switch
        {
            null or DBNull => default,
            T value => value,
            // A number is a long in one database and an int in the other.
            var other => (T)Convert.ChangeType(other, typeof(T), CultureInfo.InvariantCulture),
        };
    }

    public abstract void Dispose();

    /// <summary>Makes a trigger that refuses what is written to the inbox.</summary>
    protected abstract string RefuseSql { get; }

    /// <summary>Takes it away, where it is there.</summary>
    protected abstract string AllowSql { get; }

    protected abstract DbConnection Open();
}
