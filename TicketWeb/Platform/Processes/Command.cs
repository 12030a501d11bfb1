using System.Diagnostics;

namespace TicketWeb.Platform.Processes;

/// <summary>Programs of the machine, run to their end without a shell in between.</summary>
public static class Command
{
    /// <summary>
    /// Runs a program and gives back how it ended. When <paramref name="cancel"/> fires it is killed with everything it started.
    /// Throws <see cref="System.ComponentModel.Win32Exception"/> when there is no such program.
    /// </summary>
    public static async Task<CommandResult> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancel, string? folder = null)
    {
        using var process = new Process { StartInfo = StartInfo(program, arguments, folder) };
        process.Start();
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new CommandResult(process.ExitCode, $"{await output}{await errors}".Trim());
    }

    /// <summary>Where PATH has a program of this name; null when it is not installed.</summary>
    public static string? Find(string program)
    {
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(_ => endings, (folder, ending) => Path.Combine(folder, program + ending)).FirstOrDefault(File.Exists);
    }

    private static ProcessStartInfo StartInfo(string program, IEnumerable<string> arguments, string? folder) => new(program, arguments)
    {
        WorkingDirectory = folder ?? "",
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };
}
