using System.Diagnostics;
using System.Reflection;

namespace TicketWeb.Tests.Support;

/// <summary>The small Node programs beside the tests.</summary>
internal static class Tools
{
    private static readonly string Folder = typeof(Tools).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "ToolsFolder").Value!;

    /// <summary>A file of theirs or of their packages.</summary>
    public static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>Starts one. It ends when its standard input does, so none outlives the tests.</summary>
    public static Process Start(string script, params string[] arguments) =>
        Process.Start(new ProcessStartInfo("node", [script, .. arguments]) { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true })!;
}
