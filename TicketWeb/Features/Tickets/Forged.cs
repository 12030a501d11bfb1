using TicketWeb.Kernel;

namespace TicketWeb.Features.Tickets;

/// <summary>It looks like one of our codes, but none of our keys signed it.</summary>
public sealed record Forged() : Refusal("forged", "This code was not made by us.");
