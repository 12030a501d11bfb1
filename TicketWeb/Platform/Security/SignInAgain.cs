using TicketWeb.Kernel;

namespace TicketWeb.Platform.Security;

public sealed record SignInAgain() : Refusal("sign_in_again", "That took too long. Please start again with your password.");
