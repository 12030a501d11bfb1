using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using TicketWeb.Platform.Data;

namespace TicketWeb.Platform.Security;

/// <summary>
/// Keeps the sealing keys in the database, so that every node opens what another sealed and a restart signs nobody out. Organizations'
/// connections have no grant on the table.
/// </summary>
internal sealed class KeyStore(Databases databases, MasterKey master) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.Service();
        return [.. db.Set<StoredKey>().Select(k => k.Xml).AsEnumerable().Select(stored => XElement.Parse(master.Open(stored)))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = databases.Service();
        db.Add(new StoredKey { Name = friendlyName, Xml = master.Seal(element.ToString(SaveOptions.DisableFormatting)) });
        db.SaveChanges();
    }
}
