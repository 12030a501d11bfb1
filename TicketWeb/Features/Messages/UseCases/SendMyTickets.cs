using System.Security.Cryptography;
using System.Text;
using TicketWeb.Features.Events;
using TicketWeb.Features.Messages.Domain;
using TicketWeb.Features.Orders;
using TicketWeb.Kernel;
using TicketWeb.Platform.Mail;
using TicketWeb.Platform.Security;

namespace TicketWeb.Features.Messages.UseCases;

/// <summary>Writes to a mailbox where its tickets are. Whoever asks learns nothing; the links go to the mailbox alone.</summary>
internal sealed class SendMyTickets(MailRoom mailRoom, IOrders orders, IEvents events, PublicLinks links, TimeProvider clock) : IMyTickets
{
    private const int MostOrders = 50;

    /// <summary>For as long after its end somebody may still want the ticket, to claim or to show.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    /// <summary>One such mail a mailbox and no more in this time, whoever asks for it.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    public Task<Outcome<Done>> SendAsync(string? email, CancellationToken cancel) => EvenTime.SpendAsync<Outcome<Done>>(async () =>
    {
        if (!EmailAddress.TryParse(email, out var address))
            return new InvalidInput([new InputError("email", "Enter an e-mail address like name@example.org.")]);

        var found = await FindAsync(address, cancel);
        if (found.Count > 0 && await OccasionAsync(address, cancel) is { } occasion)
            await mailRoom.PostAsync(Letter(found), occasion, organization: null, cancel);
        return new Done();
    }, cancel);

    private async Task<IReadOnlyList<(OrderView Order, EventView Of)>> FindAsync(EmailAddress address, CancellationToken cancel)
    {
        var paid = await orders.PaidByAsync(address, MostOrders, cancel);
        var since = clock.GetUtcNow() - Remembered;
        var current = (await events.FindAllAsync([.. paid.Select(o => o.EventId).Distinct()], cancel)).Where(e => e.EndsAt > since).ToDictionary(e => e.Id);
        return [.. paid.Where(o => current.ContainsKey(o.EventId)).Select(o => (o, current[o.EventId]))];
    }

    /// <summary>
    /// Time is cut into pauses. The queue takes one letter on an occasion, which is one in each; what was posted near the end of the one before
    /// is looked up. Null when it is too soon. The address is not readable in it: occasions are logged.
    /// </summary>
    private async Task<string?> OccasionAsync(EmailAddress address, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var mailbox = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.Value.ToUpperInvariant())));
        var pause = now.Ticks / Pause.Ticks;
        return await mailRoom.PostedAtAsync(Occasion(pause - 1), cancel) > now - Pause ? null : Occasion(pause);

        string Occasion(long number) => $"my-tickets:{mailbox}:{number}";
    }

    private Letter Letter(IReadOnlyList<(OrderView Order, EventView Of)> found)
    {
        var page = new LetterPage("Your tickets").Paragraph("Here is what was bought with this address and is still to come. Each link opens the tickets, so keep this mail to yourself.");
        foreach (var (order, of) in found)
        {
            var many = order.Quote.Count;
            page.Entry(
                of.State == EventState.Cancelled ? $"{of.Title} (cancelled)" : of.Title,
                $"{EventMoment.Spoken(of)} · {of.Venue.Name}, {of.Venue.City} · order {order.Number}",
                many == 1 ? "Show my ticket" : $"Show my {many} tickets",
                links.To($"/orders/{order.Number}/{order.LinkToken}"));
        }

        page.Small("If you did not ask for this mail, you need do nothing: nobody but you has seen these links.");
        // Where the buyer had the tickets sent to, letter for letter, not where somebody says it was.
        return EmailAddress.TryParse(found[0].Order.Email, out var to)
            ? new Letter(to, "Your tickets", page.Html(), page.Text(), [])
            : throw new InvalidOperationException("A paid order has no address.");
    }
}
