using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using TicketWeb.Components.Design;
using TicketWeb.Components.Storefront;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Pricing;
using TicketWeb.Features.Tickets;
using TicketWeb.Features.WaitingRoom;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Checkout;

/// <summary>Chooses the screen that an order's state asks for.</summary>
public sealed class CheckoutScreens(TicketRows rows, IPricing pricing, TypedCodes codes, IPasses passes, IPayments payments, IOptions<InventoryOptions> inventory, TimeProvider clock)
{
    private const string CountField = "count-", SeenField = "seen-", AmountField = "amount-";

    /// <summary>What a form chose, as it was posted or stands in the address: ids and counts are all that is taken from it.</summary>
    public static List<TicketCount> Chosen(IEnumerable<KeyValuePair<string, StringValues>> form) =>
    [
        .. from field in form
           where field.Key.StartsWith(CountField, StringComparison.Ordinal)
           let type = Id.Parse<TicketTypeId>(field.Key[CountField.Length..])
           where type is not null
           select new TicketCount(type.Value, Count(field.Value)),
    ];

    /// <summary>All that a form says about the order that it wants started.</summary>
    /// <param name="held">The buyer's place in the waiting room; null or "" where they have none.</param>
    public static OrderInput Order(IFormCollection form, IReadOnlyList<TicketCount> chosen, Channel channel, Turn turn, string? held) =>
        new(chosen, channel, Turnstile.KeyOf(form, turn, held))
        {
            Buyer = Buyer(form),
            Admission = turn.Admission,
            Code = form[CodeField.Input],
            Amounts = Amounts(form),
            SeenPrices = Seen(form),
            SeenTotal = Minor(form[TicketForm.SeenTotal]),
        };

    /// <summary>What the buyer gives for each of the types where they choose that, as typed.</summary>
    public static Dictionary<TicketTypeId, string> Amounts(IFormCollection form) => new(
        from field in form
        where field.Key.StartsWith(AmountField, StringComparison.Ordinal) && field.Value is [not null]
        let type = Id.Parse<TicketTypeId>(field.Key[AmountField.Length..])
        where type is not null
        select KeyValuePair.Create(type.Value, field.Value.ToString()));

    /// <summary>The prices that the page showed of which a form was sent.</summary>
    private static Dictionary<TicketTypeId, long> Seen(IFormCollection form)
    {
        var seen = new Dictionary<TicketTypeId, long>();
        foreach (var (name, value) in form.Where(f => f.Key.StartsWith(SeenField, StringComparison.Ordinal)))
        {
            if (Id.Parse<TicketTypeId>(name[SeenField.Length..]) is { } type && Minor(value) is { } price)
                seen[type] = price;
        }

        return seen;
    }

    /// <summary>The code that was typed, else the one that the address brings. A form was read before.</summary>
    public static string? CodeOf(HttpRequest request) =>
        request.HasFormContentType && request.Form.TryGetValue(CodeField.Input, out var typed) ? typed.ToString() : request.Query[CodeField.Input].ToString();

    /// <summary>What a choice comes to, for the script of the form to show.</summary>
    public static IResult Sum(Quote quote) => new RazorComponentResult<QuoteSum>(new { Quote = quote });

    /// <summary>Who buys, as far as a posted form says.</summary>
    public static BuyerInput Buyer(IFormCollection form) => new(form["email"], form["name"]);

    /// <summary>What a visitor finds who stands like this with the waiting room: the line, or the tickets if it is their turn.</summary>
    /// <param name="token">Their place; null when they have none.</param>
    public Task<IResult> EnterAsync(
        HttpContext http, CheckoutPlace place, EventView of, Turn turn, string? token, IReadOnlyList<TicketCount> chosen, CancellationToken cancel)
    {
        var (now, code) = (clock.GetUtcNow(), CodeOf(http.Request));
        if (turn.MayBuy || of.State == EventState.Cancelled || of.EndsAt <= now)
            return ChooseAsync(http, place, of, turn, token, chosen, code, null, cancel);

        http.Response.Headers.CacheControl = "no-store";
        return Task.FromResult<IResult>(Screen<WaitingScreen>(new { Place = place, Event = of, Turn = turn, Now = now, Token = turn.HasPlace ? token : null, Chosen = chosen, Code = code }, null));
    }

    /// <summary>The tickets to choose from, with a choice that could not be had and the reason.</summary>
    /// <param name="code">The discount code that was typed, or that the host page knows.</param>
    public async Task<IResult> ChooseAsync(
        HttpContext http, CheckoutPlace place, EventView of, Turn turn, string? token, IReadOnlyList<TicketCount> chosen, string? code, Refusal? refusal, CancellationToken cancel)
    {
        if (turn.Admission is not null)
            http.Response.Headers.CacheControl = "no-store";
        var (known, wrong) = await codes.LookUpAsync(http, of.Id, code, refusal, cancel);
        // A link may bring any code along; who asks about one is answered.
        refusal ??= HttpMethods.IsPost(http.Request.Method) ? wrong : wrong as TooManyWrongCodes;
        var counts = chosen.GroupBy(c => c.TicketTypeId).ToDictionary(g => g.Key, g => g.Last().Count);
        return Screen<ChooseScreen>(new
        {
            Place = place,
            Event = of,
            Rows = (IReadOnlyList<TicketRow>)[.. (await rows.ForAsync(of, counts, known, cancel)).Select(row => Typed(http, row, refusal))],
            HoldMinutes = inventory.Value.ReservationMinutes,
            Now = clock.GetUtcNow(),
            TakesCodes = !string.IsNullOrEmpty(code) || await pricing.TakesCodesAsync(of.Id, cancel),
            Code = code,
            CodeIsGood = known is not null,
            Error = refusal is { Field: { } field } && field != CodeField.Input ? new FieldError(field, refusal.Sentence) : null,
            CodeError = (refusal?.Field == CodeField.Input ? refusal : wrong)?.Sentence,
            Problem = refusal is { Field: null } ? refusal.Sentence : null,
            Turn = turn,
            Waited = place.Framed && turn.Admission is not null ? token : null,
        }, refusal);
    }

    /// <summary>The screen for an order that its buyer holds the secret of.</summary>
    /// <param name="refusal">Why the last step was refused; null when it was not.</param>
    public async Task<IResult> OrderAsync(HttpContext http, CheckoutPlace place, CheckoutView order, string secret, Refusal? refusal, CancellationToken cancel)
    {
        // What is shown here is the buyer's alone.
        http.Response.Headers.CacheControl = "no-store";
        var now = clock.GetUtcNow();
        switch (order.State)
        {
            case OrderState.Paid or OrderState.PartlyRefunded or OrderState.Refunded when order.PaidAt is not null && place.Framed:
                return Screen<DoneScreen>(new { Place = place, Book = await passes.OfOrderAsync(order.Id, cancel) }, null);
            case OrderState.Paid or OrderState.PartlyRefunded or OrderState.Refunded when order.PaidAt is not null:
                return Results.Redirect($"/orders/{order.Number}/{order.LinkToken}");
            case OrderState.AwaitingPayment:
                // Where the gateway's form is asking the buyer, looking again would tear it away.
                if (order.ClientSecret is null)
                    http.Response.Headers["Refresh"] = place.Framed ? $"4;url={place.Base}{place.Look}" : "4";
                return Screen<WaitScreen>(new { Place = place, Order = order, Secret = secret, Form = payments.Form }, null);
            case OrderState.Expired or OrderState.Refunded:
            case OrderState.Reserved when order.PayBy <= now:
                return Screen<OverScreen>(new { Place = place, Order = order }, null);
            default:
                var query = http.Request.Query;
                return Screen<PayScreen>(new
                {
                    Place = place,
                    Order = order,
                    Secret = secret,
                    Now = now,
                    Form = order.Quote.Total.Minor > 0 ? payments.Form : null,
                    Errors = (IReadOnlyList<FieldError>)[.. ((refusal as InvalidInput)?.Errors ?? []).Select(e => new FieldError(e.Field, e.Sentence))],
                    Problem = refusal is InvalidInput ? null : refusal?.Sentence,
                    KnownEmail = query["email"].ToString(),
                    KnownName = query["name"].ToString(),
                }, refusal);
        }
    }

    /// <summary>The row with what was typed in it, and what was wrong with that. The form was read before.</summary>
    private static TicketRow Typed(HttpContext http, TicketRow row, Refusal? refusal)
    {
        var name = AmountField + row.Id;
        return !row.ChoosesAmount ? row : row with
        {
            Amount = http.Request.HasFormContentType ? http.Request.Form[name].ToString() : null,
            AmountError = refusal?.Field == name ? refusal.Sentence : null,
        };
    }

    private static long? Minor(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minor) ? minor : null;

    private static int Count(string? text) =>
        string.IsNullOrWhiteSpace(text) ? 0 : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) ? count : -1;

    private static RazorComponentResult<T> Screen<T>(object parameters, Refusal? refusal) where T : IComponent =>
        new(parameters)
        {
            StatusCode = refusal switch
            {
                null => StatusCodes.Status200OK,
                TooManyWrongCodes => StatusCodes.Status429TooManyRequests,
                _ => StatusCodes.Status422UnprocessableEntity,
            },
        };
}
