namespace TicketWeb.Platform.Security;

/// <summary>Where a right password leads.</summary>
public enum SignInStep
{
    Done,
    SecondStep,
    ConfirmFirst,
}
