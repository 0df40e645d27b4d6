using System.Xml.Linq;
using Hongyan.Storage.PostgreSql;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hongyan.Hub.Storage;

/// <summary>Keeps the keys of Data Protection in the database, so that what one node encrypts another can read, cookies too.</summary>
internal sealed class PostgreSqlKeys(IOptions<PostgreSqlStoreOptions> options) : IXmlRepository
{
    /// <summary>Taken while a key is written. Any number that nobody else uses.</summary>
    private const long WriteLock = 0x4B65794C6F636B;

    private volatile bool _wasEmpty;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = Open();
        var keys = db.Keys.OrderBy(key => key.Id).Select(key => key.Xml).AsEnumerable().Select(XElement.Parse).ToList();
        _wasEmpty = keys.Count == 0;
        return keys;
    }

    /// <summary>
    /// Writes a key. The first one of all is dropped where another node was quicker: two nodes that start together would each go on with
    /// their own, and not know the other's for a day. The framework looks again after this, and takes what is there.
    /// </summary>
    public void StoreElement(XElement element, string friendlyName)
    {
        // Not through the one writer: the framework waits for it, and may do so while a message is being encrypted on its way there.
        using var db = Open();
        using var transaction = db.Database.BeginTransaction();
        db.Database.ExecuteSql($"select pg_advisory_xact_lock({WriteLock})");
        if (_wasEmpty && db.Keys.Any())
            return;
        db.Keys.Add(new KeyRow { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
        transaction.Commit();
    }

    private PostgreSqlHubContext Open() => PostgreSqlHubContext.For(options.Value.ConnectionString);
}
