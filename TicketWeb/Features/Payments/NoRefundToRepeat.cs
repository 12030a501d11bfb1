using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

/// <summary>It has not failed, or somebody has tried again already.</summary>
public sealed record NoRefundToRepeat() : Refusal("no_refund_to_repeat", "This refund is under way already.");
