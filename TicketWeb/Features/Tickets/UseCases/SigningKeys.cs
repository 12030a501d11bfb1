using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Tickets.Domain;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Tickets.UseCases;

/// <summary>The keys of each organization, made when they are first needed and kept in memory once read.</summary>
internal sealed class SigningKeys(Databases databases, IDataProtectionProvider protection, TimeProvider clock) : IDisposable
{
    private readonly IDataProtector _protector = protection.CreateProtector("TicketWeb.SigningKeys");
    private readonly ConcurrentDictionary<OrganizationId, IReadOnlyDictionary<byte, ECDsa>> _known = [];

    /// <summary>All keys that ever signed for the organization; the highest id signs now.</summary>
    public async Task<IReadOnlyDictionary<byte, ECDsa>> OfAsync(OrganizationId organization, CancellationToken cancel)
    {
        if (_known.TryGetValue(organization, out var known))
            return known;

        await using var db = databases.Service();
        if (!await db.Set<SigningKey>().AnyAsync(k => k.OrganizationId == organization, cancel))
            await MakeFirstAsync(db, organization, cancel);
        var rows = await db.Set<SigningKey>().Where(k => k.OrganizationId == organization).ToListAsync(cancel);
        return _known.GetOrAdd(organization, _ => rows.ToDictionary(k => k.KeyId, Open));
    }

    public void Dispose()
    {
        foreach (var key in _known.Values.SelectMany(k => k.Values))
            key.Dispose();
    }

    /// <summary>Two nodes may try at once: the first one's key is everybody's.</summary>
    private async Task MakeFirstAsync(TicketDb db, OrganizationId organization, CancellationToken cancel)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (publicKey, privateKey) = (key.ExportSubjectPublicKeyInfo(), _protector.Protect(key.ExportPkcs8PrivateKey()));
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into tickets.signing_keys (organization_id, key_id, public_key, protected_private_key, created_at)
            values ({organization.Value}, 1, {publicKey}, {privateKey}, {clock.GetUtcNow()}) on conflict do nothing
            """, cancel);
    }

    private ECDsa Open(SigningKey row)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(_protector.Unprotect(row.ProtectedPrivateKey), out _);
        return key;
    }
}
