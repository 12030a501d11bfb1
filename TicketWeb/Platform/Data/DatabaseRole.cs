namespace TicketWeb.Platform.Data;

/// <summary>As whom a connection acts. None of them but the owner may change the schema.</summary>
public enum DatabaseRole
{
    /// <summary>Migrates. Used at start only.</summary>
    Owner,

    /// <summary>Sells, serves the public pages and runs the workers.</summary>
    Service,

    /// <summary>The service once more, for what many buyers share: on few connections, which a rush keeps warm.</summary>
    Batch,

    /// <summary>Acts for one organization, behind row-level security.</summary>
    Tenant,
}
