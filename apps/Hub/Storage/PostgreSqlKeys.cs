using System.Xml.Linq;
using Hongyan.Storage.PostgreSql;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace Hongyan.Hub.Storage;

/// <summary>Keeps the keys of Data Protection in the database, so that what one node encrypts another can read, cookies too.</summary>
internal sealed class PostgreSqlKeys(IOptions<PostgreSqlStoreOptions> options) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = PostgreSqlHubContext.For(options.Value.ConnectionString);
        return [.. db.Keys.OrderBy(key => key.Id).Select(key => key.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        // Not through the one writer: the framework waits for it, and may do so while a message is being encrypted on its way there.
        using var db = PostgreSqlHubContext.For(options.Value.ConnectionString);
        db.Keys.Add(new KeyRow { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
