using System.Globalization;
using Microsoft.Extensions.Options;

namespace Hongyan.Storage.PostgreSql;

/// <summary>Who this process is among those that share the database.</summary>
internal sealed class PostgreSqlNode(IOptions<PostgreSqlStoreOptions> options)
{
    private int _life;

    /// <summary>What people call it.</summary>
    public string Name => options.Value.NodeName;

    /// <summary>This process, for as long as it runs; its connections hold a lock of this name, so that others see when it is gone.</summary>
    public string Process { get; } = Guid.NewGuid().ToString("N");

    /// <summary>This process, until the others have given it up: then it goes on as a new one, and what the old one ran is not its own any more.</summary>
    public string Id { get; private set; } = "";

    public void BeginLife() => Id = string.Create(CultureInfo.InvariantCulture, $"{Process}-{++_life}");
}
