using TicketWeb.Kernel;

namespace TicketWeb.Features.Events.Domain;

/// <summary>Reads what was typed about fees; what is wrong is said beside its own field.</summary>
internal static class FeeTerms
{
    private const int MostFees = 10;
    private const int LongestName = 40;
    private const long LargestFlat = 100_000;
    private const int LargestShare = 5_000;

    public static EventFees Read(FeesInput input, Currency currency, InputErrors errors)
    {
        errors.Require(input.Own.Count <= MostFees, "fees", $"An event can have {MostFees} fees of your own at most.");
        List<OwnFee> own = [.. input.Own.Take(MostFees).Select((fee, place) => IsEmpty(fee) ? null : Own(fee, place, currency, errors)).OfType<OwnFee>()];
        var processing = new ProcessingTerms(
            Flat(input.ProcessingFlat, "processingFlat", currency, errors), Share(input.ProcessingPercent, "processingPercent", errors), input.AbsorbsProcessing);
        return new EventFees(input.Absorbs, own, processing is { Flat: 0, Share.Value: 0 } ? null : processing);
    }

    private static bool IsEmpty(OwnFeeInput fee) => string.IsNullOrWhiteSpace(fee.Name + fee.Flat + fee.Percent + fee.From + fee.To);

    private static OwnFee Own(OwnFeeInput input, int place, Currency currency, InputErrors errors)
    {
        string Field(string part) => $"fee-{place}-{part}";
        var fee = new OwnFee(
            errors.Text(input.Name, Field("name"), "The name", LongestName, optional: true), Flat(input.Flat, Field("flat"), currency, errors), Share(input.Percent, Field("percent"), errors),
            input.Per, input.Absorbed, Price(input.From, Field("from"), currency, errors) ?? 0, Price(input.To, Field("to"), currency, errors));
        errors.Require(!string.IsNullOrWhiteSpace(input.Flat + input.Percent), Field("flat"), "Give an amount, a percentage or both, or remove the fee.");
        errors.Require(fee.To is null || fee.From <= fee.To, Field("to"), "The largest price cannot be less than the least.");
        return fee;
    }

    private static long Flat(string? typed, string field, Currency currency, InputErrors errors)
    {
        var flat = Amount(typed, currency);
        errors.Require(flat is { Minor: >= 0 and <= LargestFlat }, field, $"Give an amount up to {new Money(LargestFlat, currency)}, or nothing.{currency.StepSentence}");
        return flat?.Minor ?? 0;
    }

    private static BasisPoints Share(string? typed, string field, InputErrors errors)
    {
        var share = BasisPoints.Parse(string.IsNullOrWhiteSpace(typed) ? "0" : typed);
        errors.Require(share is { Value: <= LargestShare }, field, $"Give a percentage up to {new BasisPoints(LargestShare).ToPlainString()}, or nothing.");
        return share ?? default;
    }

    private static long? Price(string? typed, string field, Currency currency, InputErrors errors)
    {
        var price = Amount(typed, currency);
        errors.Require(price is { Minor: >= 0 }, field, $"Give a price like {new Money(2500, currency).ToPlainString()}, or nothing for any.{currency.StepSentence}");
        return string.IsNullOrWhiteSpace(typed) ? null : price?.Minor;
    }

    private static Money? Amount(string? typed, Currency currency) => Money.ParseCharge(string.IsNullOrWhiteSpace(typed) ? "0" : typed, currency);
}
