namespace TicketWeb.Bench;

/// <summary>Whether stock, money and tickets agree: as SQL sees it, and as the app's own reconciler does.</summary>
internal sealed class Books(Rig rig)
{
    private const string Oversold =
        """
        select coalesce(sum(greatest(0, held + p.allocated - p.capacity)), 0)
        from inventory.pools p
        join lateral (
            select coalesce(sum(i.count), 0) as held
            from inventory.pool_draws d
            join inventory.reservation_items i on i.ticket_type_id = d.ticket_type_id
            join inventory.reservations r on r.id = i.reservation_id and r.state <> 'Released'
            where d.pool_id = p.id) h on true
        """;

    private const string PaidWithoutTickets =
        """
        select count(*) from orders.orders o
        where o.state = 'Paid'
          and (select count(*) from tickets.tickets t where t.order_id = o.id) <> (select sum(l.count) from orders.order_lines l where l.order_id = o.id)
        """;

    private const string PoolsOff =
        """
        select count(*) from inventory.pools p
        where p.claimed <> (
            select coalesce(sum(i.count), 0)
            from inventory.pool_draws d
            join inventory.reservation_items i on i.ticket_type_id = d.ticket_type_id
            join inventory.reservations r on r.id = i.reservation_id and r.state <> 'Released'
            where d.pool_id = p.id)
        """;

    private const string CapturedForNothing =
        """
        select count(*) from sandbox.intents s
        where s.state = 'Succeeded'
          and not exists (select from payments.refunds f where f.payment_id = s.id)
          and not exists (
              select from payments.payments p join orders.orders o on o.id = p.order_id
              where p.id = s.id and o.state = 'Paid' and o.payment_id = p.id
                and (select count(*) from tickets.tickets t where t.order_id = o.id) = (select sum(l.count) from orders.order_lines l where l.order_id = o.id))
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>What every run ends with.</summary>
    public async Task CloseAsync(Report report, CancellationToken cancel)
    {
        Progress.Say("Checking the books.");
        report.MustBeNone("oversold", await rig.CountAsync(Oversold, cancel));
        report.MustBeNone("paid_without_tickets", await rig.CountAsync(PaidWithoutTickets, cancel));
        report.MustBeNone("reconciler_differences", await ReconcileAsync(cancel));
    }

    /// <summary>What has to agree once nothing is under way any more.</summary>
    public async Task AuditAsync(Report report, CancellationToken cancel)
    {
        report.MustBeNone("pools_off", await rig.CountAsync(PoolsOff, cancel));
        report.MustBeNone("captured_for_nothing", await rig.CountAsync(CapturedForNothing, cancel));
    }

    /// <summary>How many differences the app's own reconciler found; null when it could not say.</summary>
    private async Task<long?> ReconcileAsync(CancellationToken cancel)
    {
        // An app that does not know the command would begin to serve: it finds the address taken and ends.
        var settings = new Dictionary<string, string>(rig.Settings) { ["ASPNETCORE_URLS"] = $"http://{rig.Server.Address}" };
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        late.CancelAfter(Patience);
        var said = await TicketServer.RunCommandAsync("reconcile", settings, late.Token);
        var lines = said.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (said.Succeeded && lines.Any(l => l.StartsWith("No differences", StringComparison.Ordinal)))
            return 0;
        foreach (var line in lines.Take(20))
            Progress.Say($"reconcile: {line}");
        return said.ExitCode == 1 ? lines.Length : null;
    }
}
