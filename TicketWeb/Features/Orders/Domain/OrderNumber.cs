using System.Security.Cryptography;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>What a buyer reads out on the phone: eight characters, none of which is taken for another.</summary>
internal static class OrderNumber
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public static string New()
    {
        var characters = RandomNumberGenerator.GetString(Alphabet, 8);
        return $"{characters[..4]}-{characters[4..]}";
    }
}
