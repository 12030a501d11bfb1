namespace TicketWeb.Kernel;

/// <summary>The value of an outcome that has nothing to show for it.</summary>
public readonly record struct Done;
