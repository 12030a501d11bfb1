namespace TicketWeb.Components.Design.Art;

/// <summary>Five colours that stand together: a dark ground, its lighter end, two voices and a light.</summary>
internal sealed record ArtPalette(string Ground, string Deep, string Voice, string Second, string Light)
{
    public static readonly ArtPalette[] All =
    [
        new("#1b1340", "#5a35e8", "#ff7ac6", "#ffb347", "#fff1d6"),
        new("#062925", "#0f7a62", "#9be564", "#f2c14e", "#f6f7eb"),
        new("#3a0f1d", "#c1203a", "#ff9f1c", "#f76f8e", "#ffe8d6"),
        new("#0b1d3a", "#1f5fd0", "#7ad9f5", "#ff8552", "#fdf0d5"),
        new("#2b1a0e", "#a04a14", "#f4a259", "#5fb0a5", "#f7ede2"),
        new("#12263a", "#06768d", "#ff6b6b", "#ffe066", "#f7fff7"),
        new("#2d0a3e", "#8a1c7c", "#f25f5c", "#70c1b3", "#fdeff4"),
        new("#10231b", "#2f6b3c", "#e4572e", "#f3c969", "#f5f0e1"),
        new("#171923", "#3d4663", "#e8c547", "#e26d5a", "#f4f1ea"),
        new("#40102b", "#b3365b", "#ffcf99", "#7d83ff", "#fff5eb"),
        new("#0d2b45", "#203c91", "#ffaa5e", "#d08159", "#ffecd6"),
        new("#1d2b12", "#5b7f1a", "#f6d743", "#e76f51", "#fbf7e4"),
    ];

    /// <summary>The three colours for shapes, lightest last.</summary>
    public string[] Voices => [Voice, Second, Light];

    /// <summary>A colour for shapes: the same three in turn.</summary>
    public string Turn(int index) => Voices[index % 3];
}
