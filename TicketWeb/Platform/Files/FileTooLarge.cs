using TicketWeb.Kernel;

namespace TicketWeb.Platform.Files;

/// <summary>More bytes than are taken.</summary>
public sealed record FileTooLarge(int MostMegabytes) : Refusal("file_too_large", $"This file is larger than {MostMegabytes} MB. Choose a smaller one.");
