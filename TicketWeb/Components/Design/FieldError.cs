namespace TicketWeb.Components.Design;

/// <summary>What is wrong with one field, in the words that stand beside it; <paramref name="Field"/> is the field's name.</summary>
public sealed record FieldError(string Field, string Message);
