namespace TicketWeb.Features.Payments.Sandbox;

/// <summary>The sandbox's test cards: what happens is written in the number, as with the test cards of real gateways.</summary>
internal static class SandboxCards
{
    public const string Declined = "4000000000000002";
    public const string AsksTheBuyer = "4000002500003155";
    public const string SucceedsLate = "4000000000000077";
    public const string RefundFails = "4000000000005126";

    public static string Digits(string typed) => string.Concat(typed.Where(char.IsAsciiDigit));

    /// <summary>The check digit of ISO/IEC 7812 (Luhn): an ordinary slip of the finger is caught before anyone is asked.</summary>
    public static bool IsPlausible(string digits)
    {
        if (digits.Length is < 12 or > 19)
            return false;
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1)
                digit = digit > 4 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0;
    }

    public static PaymentState FirstAnswer(string digits) => digits switch
    {
        _ when !IsPlausible(digits) => PaymentState.Declined,
        Declined => PaymentState.Declined,
        AsksTheBuyer => PaymentState.NeedsAction,
        SucceedsLate => PaymentState.Processing,
        _ => PaymentState.Succeeded,
    };
}
