using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TicketWeb.Kernel;

namespace TicketWeb.Platform.Data;

/// <summary>Stores a currency as its three letters.</summary>
internal sealed class CurrencyConverter() : ValueConverter<Currency, string>(currency => currency.Code, code => Currency.Of(code));
