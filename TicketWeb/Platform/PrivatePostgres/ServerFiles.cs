using System.Security.Cryptography;
using System.Text;

namespace TicketWeb.Platform.PrivatePostgres;

/// <summary>Where a private server keeps what it has: its data, its log, its socket and the settings of this run.</summary>
public sealed class ServerFiles
{
    /// <summary>A socket's whole path has 107 bytes on Linux and 103 on macOS; this is what its folder may take of them.</summary>
    private const int LongestSocketFolder = 80;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public ServerFiles(string folder)
    {
        Folder = Path.GetFullPath(folder);
        SocketFolder = FitsASocket(Folder) ? Folder : Path.Combine(ShortTempFolder(), "ticketweb-" + Hash(Folder));
    }

    public string Folder { get; }

    public string Data => Path.Combine(Folder, "data");

    public string Unfinished => Path.Combine(Folder, "data-unfinished");

    public string Log => Path.Combine(Folder, "server.log");

    /// <summary>Held open by the app that owns the server, so that the operating system lets go of it however that app ends.</summary>
    public string Lock => Path.Combine(Folder, "in-use");

    public string Password => Path.Combine(Folder, "password");

    public string PidFile => Path.Combine(Data, "postmaster.pid");

    public string SocketFolder { get; }

    public string SocketLock => Path.Combine(SocketFolder, ".s.PGSQL.5432.lock");

    /// <summary>The major version whose cluster lies here; null when there is none yet.</summary>
    public int? Major => File.Exists(Path.Combine(Data, "PG_VERSION")) && int.TryParse(File.ReadAllText(Path.Combine(Data, "PG_VERSION")), out var major) ? major : null;

    /// <summary>Makes the folders, for nobody else to look into: whoever reaches the socket is let in.</summary>
    public void Create()
    {
        foreach (var folder in (string[])[Folder, SocketFolder])
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, OwnerOnly);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(folder, OwnerOnly);
        }
    }

    /// <summary>Writes the whole configuration anew: nothing of an earlier run or an edit by hand lives on in it.</summary>
    public void WriteSettings(bool durable, int? tcpPort, int mostConnections)
    {
        var safe = durable ? "on" : "off";
        File.WriteAllText(Path.Combine(Data, "postgresql.conf"), $"""
            # Written by TicketWeb at every start.
            listen_addresses = '{(tcpPort is null ? "" : "127.0.0.1")}'
            port = {tcpPort ?? 5432}
            unix_socket_directories = '{(tcpPort is null ? SocketFolder : "")}'
            unix_socket_permissions = 0700
            max_connections = {mostConnections}
            shared_buffers = 128MB
            fsync = {safe}
            synchronous_commit = {safe}
            full_page_writes = {safe}
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            log_line_prefix = '%m [%p] '

            """);
    }

    /// <summary>Plain characters only, because commas and quotes have a meaning in settings and connection strings.</summary>
    private static bool FitsASocket(string folder) =>
        folder.Length <= LongestSocketFolder && folder.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.' or '+');

    private static string ShortTempFolder() => FitsASocket(Path.GetTempPath()) && Path.GetTempPath().Length < LongestSocketFolder - 24 ? Path.GetTempPath() : "/tmp";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
