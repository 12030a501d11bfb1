using QRCoder;

namespace TicketWeb.Features.Tickets.Passes;

/// <summary>
/// The dark squares of a QR code, as the runs they make in each row. Error correction M: a crease or a thumb costs 15 %, more would only make
/// the squares smaller. Texts of A–Z, 0–9 and " $%*+-./:" are stored in alphanumeric mode, at five and a half bits a character.
/// </summary>
public sealed class QrModules
{
    private QrModules(int size, IReadOnlyList<QrRun> runs, byte[] raw) => (Size, Runs, Raw) = (size, runs, raw);

    /// <summary>Squares along each side, with the four of the quiet zone on either end.</summary>
    public int Size { get; }

    public IReadOnlyList<QrRun> Runs { get; }

    /// <summary>The same as QRCoder writes and reads it, uncompressed.</summary>
    internal byte[] Raw { get; }

    /// <summary>Takes some milliseconds: eight patterns are laid over the squares, and the one that scans best stays.</summary>
    public static QrModules Of(string code)
    {
        using var data = QRCodeGenerator.GenerateQrCode(code, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var runs = new List<QrRun>();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                var start = x;
                while (x < rows.Count && rows[y][x])
                    x++;
                if (x > start)
                    runs.Add(new QrRun(start, y, x - start));
            }
        }

        return new QrModules(rows.Count, runs, data.GetRawData(QRCodeData.Compression.Uncompressed));
    }
}
