using TicketWeb.Kernel;

namespace TicketWeb.Features.Organizations.Domain;

/// <summary>A promoter, a venue, a club: whoever sells tickets and is owed the money.</summary>
internal sealed class Organization
{
    private Organization()
    {
    }

    public OrganizationId Id { get; private init; }

    public string Name { get; private set; } = "";

    public string Slug { get; private init; } = "";

    /// <summary>IANA zone in which its days and statements are cut.</summary>
    public string TimeZone { get; private set; } = "";

    public Currency Currency { get; private init; }

    public string ContactEmail { get; private set; } = "";

    public string? BrandColor { get; private set; }

    public string[] EmbedOrigins { get; private set; } = [];

    /// <summary>Who it is by law; empty until somebody has said so.</summary>
    public string LegalName { get; private set; } = "";

    public string LegalAddress { get; private set; } = "";

    public string TaxId { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private init; }

    public static Outcome<Organization> Found(string? name, string slug, string? timeZone, string? currency, string? contactEmail, DateTimeOffset now)
    {
        var errors = new InputErrors();
        var fineName = errors.Text(name, "name", "The name", 80);
        errors.Require(fineName.Length == 0 || Kernel.Slug.From(fineName).Length > 0, "name", "The name needs letters or digits that fit in an address.");
        errors.Require(TimeZones.IsKnown(timeZone), "timeZone", "Choose a time zone from the list.");
        errors.Require(Currency.IsKnown(currency), "currency", "Choose a currency from the list.");
        errors.Require(EmailAddress.TryParse(contactEmail, out var contact), "contactEmail", "Enter an e-mail address like name@example.org.");
        if (!errors.None)
            return errors.ToRefusal();

        return new Organization
        {
            Id = Kernel.Id.New<OrganizationId>(),
            Name = fineName,
            Slug = slug,
            TimeZone = timeZone!,
            Currency = Currency.Of(currency!),
            ContactEmail = contact!.Value,
            CreatedAt = now,
        };
    }

    /// <summary>Says who it is by law. Documents that were made before keep what they say.</summary>
    public Outcome<Organization> Identify(string? name, string? address, string? taxId)
    {
        var errors = new InputErrors();
        var (legalName, legalAddress) = (errors.Text(name, "legalName", "The legal name", 120), errors.Text(address, "address", "The address", 300));
        var fineTaxId = errors.Text(taxId, "taxId", "The tax number", 40, optional: true);
        if (!errors.None)
            return errors.ToRefusal();
        (LegalName, LegalAddress, TaxId) = (legalName, legalAddress, fineTaxId);
        return this;
    }

    /// <summary>Says who may show the widget on their pages.</summary>
    public Outcome<Organization> AllowEmbedding(IReadOnlyList<string> origins)
    {
        var cleaned = new List<string>();
        foreach (var origin in origins.Select(o => o.Trim()).Where(o => o.Length > 0).Distinct())
        {
            if (origin == "*")
                cleaned.Add(origin);
            else if (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.UserInfo.Length == 0)
                cleaned.Add(uri.GetLeftPart(UriPartial.Authority));
            else
                return new InvalidInput([new InputError("embedOrigins", $"“{origin}” is not the address of a site. Write it like https://www.example.org.")]);
        }

        EmbedOrigins = [.. cleaned.Distinct()];
        return this;
    }
}
