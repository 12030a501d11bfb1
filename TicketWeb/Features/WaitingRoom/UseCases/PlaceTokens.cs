using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using TicketWeb.Features.WaitingRoom.Domain;

namespace TicketWeb.Features.WaitingRoom.UseCases;

/// <summary>Seals places, so that they can be left with visitors: what comes back is what was given out, or nothing.</summary>
public sealed class PlaceTokens(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("TicketWeb.WaitingRoom");

    internal string Seal(Place place) => _protector.Protect(JsonSerializer.Serialize(place));

    /// <returns>Null for whatever we did not seal.</returns>
    internal Place? Open(string? token)
    {
        if (string.IsNullOrEmpty(token))
            return null;
        try
        {
            return JsonSerializer.Deserialize<Place>(_protector.Unprotect(token));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
