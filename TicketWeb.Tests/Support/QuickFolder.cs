namespace TicketWeb.Tests.Support;

/// <summary>
/// A new folder for a server's files, in memory where there is room for it: a database is five hundred files, and a file system on a disk takes more
/// processor to make and drop them than most tests need.
/// </summary>
internal static class QuickFolder
{
    private const long Room = 4L << 30;

    /// <param name="prefix">What its name begins with, like "tw-pg-".</param>
    /// <returns>Its whole path. Whoever made it deletes it.</returns>
    public static string Create(string prefix)
    {
        var memory = new DriveInfo("/dev/shm");
        return OperatingSystem.IsLinux() && memory is { IsReady: true, AvailableFreeSpace: > Room }
            ? Directory.CreateDirectory($"/dev/shm/{prefix}{Guid.NewGuid():N}").FullName
            : Directory.CreateTempSubdirectory(prefix).FullName;
    }
}
