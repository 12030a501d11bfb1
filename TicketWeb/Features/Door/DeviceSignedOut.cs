using TicketWeb.Kernel;

namespace TicketWeb.Features.Door;

public sealed record DeviceSignedOut() : Refusal("device_signed_out", "This device is not paired, or was removed.");
