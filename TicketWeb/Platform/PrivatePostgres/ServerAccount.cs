using System.ComponentModel;
using TicketWeb.Platform.Processes;

namespace TicketWeb.Platform.PrivatePostgres;

/// <summary>
/// Whom the server runs as. PostgreSQL refuses root, who is the usual user in containers. In a user namespace of its own root looks like
/// somebody else and needs no account; where namespaces are forbidden (Docker's default profile), an unprivileged account takes over.
/// </summary>
public sealed class ServerAccount
{
    private readonly string[] _prefix;
    private readonly string? _owner;

    private ServerAccount(string[] prefix, string? owner) => (_prefix, _owner) = (prefix, owner);

    /// <summary>The account that works on this machine. Throws <see cref="PostgresUnavailableException"/> when root has no way down.</summary>
    public static async Task<ServerAccount> ChooseAsync(CancellationToken cancel)
    {
        if (!Environment.IsPrivilegedProcess || OperatingSystem.IsWindows())
            return new ServerAccount([], null);

        ServerAccount[] ways =
        [
            new(["unshare", "--user", "--map-user=1000", "--map-group=1000", "--"], "0:0"),
            .. from name in (string[])["postgres", "nobody"]
               from way in (string[][])[["setpriv", $"--reuid={name}", $"--regid={name}", "--clear-groups", "--"], ["runuser", "-u", name, "--"]]
               select new ServerAccount(way, name),
        ];
        foreach (var way in ways)
        {
            if (await way.WorksAsync(cancel))
                return way;
        }

        throw new PostgresUnavailableException(
            "PostgreSQL does not run as root, and neither a user namespace (unshare) nor another account (setpriv, runuser) is allowed here. "
            + "Start TicketWeb as an ordinary user, or point ConnectionStrings__TicketWeb at a server that is running.");
    }

    /// <summary>The command line that runs a program as this account.</summary>
    public IReadOnlyList<string> Wrap(params IEnumerable<string> command) => [.. _prefix, .. command];

    /// <summary>Makes the folders this account's own; throws <see cref="PostgresUnavailableException"/> where it cannot reach them.</summary>
    public async Task OwnAsync(IEnumerable<string> folders, CancellationToken cancel)
    {
        if (_owner is null)
            return;

        foreach (var folder in folders)
        {
            await Command.RunAsync("chown", ["-R", _owner, folder], cancel);
            if (!(await RunAsync(["test", "-w", folder], cancel)).Succeeded)
                throw new PostgresUnavailableException(
                    $"PostgreSQL does not run as root, and the account {_owner} may not enter {folder}. "
                    + "Start TicketWeb as an ordinary user or from a folder that everybody may enter, or point ConnectionStrings__TicketWeb at a server that is running.");
        }
    }

    /// <summary>Runs a program as this account to its end.</summary>
    public Task<CommandResult> RunAsync(IEnumerable<string> command, CancellationToken cancel)
    {
        var wrapped = Wrap(command);
        return Command.RunAsync(wrapped[0], wrapped.Skip(1), cancel);
    }

    private async Task<bool> WorksAsync(CancellationToken cancel)
    {
        try
        {
            return (await RunAsync(["true"], cancel)).Succeeded;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
