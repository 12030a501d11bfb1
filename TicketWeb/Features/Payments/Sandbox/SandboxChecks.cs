using TicketWeb.Platform.Reconciling;

namespace TicketWeb.Features.Payments.Sandbox;

/// <summary>The sandbox's books against ours, as an accountant lays a bank's statement beside the ledger.</summary>
internal static class SandboxChecks
{
    public static readonly Check[] All =
    [
        // News travels by the buyer and by webhook. What is late by more than this is not on its way any more.
        new("What the sandbox took is known here",
            """
            select format('The sandbox took %s %s (minor units) for payment %s, which %s.', i.amount, i.currency, i.id,
                case when p.id is null then 'is not there' else format('is %s here', p.state) end)
            from sandbox.intents i
            left join payments.payments p on p.id = i.id
            where i.state in ('Succeeded', 'Processing') and coalesce(i.captured_at, i.settles_at) < @now - interval '5 minutes' and p.state is distinct from 'Succeeded'
            """),
        new("What succeeded here was taken by the sandbox",
            """
            select format('Payment %s of order %s succeeded with %s %s (minor units), but in the sandbox it %s.', p.id, p.order_id, p.amount, p.currency,
                case when i.id is null then 'is not there' else format('is %s, of %s %s', i.state, i.amount, i.currency) end)
            from payments.payments p
            left join sandbox.intents i on i.id = p.id
            where p.provider = 'sandbox' and p.state = 'Succeeded' and (i.state = 'Succeeded' and i.amount = p.amount and i.currency = p.currency) is not true
            """),
    ];
}
