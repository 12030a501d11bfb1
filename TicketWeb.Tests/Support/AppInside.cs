using System.Reflection;
using System.Text;
using TicketWeb.Platform.Processes;

namespace TicketWeb.Tests.Support;

/// <summary>
/// The app's own entry point, run to its end inside the tests' process: a process of its own costs ten times as much. What it writes is told from
/// what others write meanwhile by the flow of the call, so that the console stays theirs.
/// </summary>
internal static class AppInside
{
    private static readonly AsyncLocal<TextWriter?> Heard = new();
    private static readonly MethodInfo Main = typeof(Program).Assembly.EntryPoint!;

    static AppInside()
    {
        Console.SetOut(new Fork(Console.Out));
        Console.SetError(new Fork(Console.Error));
    }

    /// <summary>Runs it as <c>dotnet TicketWeb.dll</c> with these arguments would, started in this folder. What nobody has foreseen is thrown.</summary>
    public static Task<CommandResult> RunAsync(string folder, params string[] arguments) => Task.Run(() =>
    {
        var said = new StringWriter();
        Heard.Value = TextWriter.Synchronized(said);
        string[] all = [.. arguments, $"--contentRoot={folder}", $"--applicationName={typeof(Program).Assembly.GetName().Name}"];
        var exitCode = (int)Main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [all], null)!;
        return new CommandResult(exitCode, said.ToString().Trim());
    });

    /// <summary>Writes for whoever listens in this flow; else for the console.</summary>
    private sealed class Fork(TextWriter console) : TextWriter
    {
        public override Encoding Encoding => console.Encoding;

        private TextWriter Listener => Heard.Value ?? console;

        public override void Write(char value) => Listener.Write(value);

        public override void Write(char[] buffer, int index, int count) => Listener.Write(buffer, index, count);

        public override void Write(string? value) => Listener.Write(value);

        public override void Flush() => Listener.Flush();
    }
}
