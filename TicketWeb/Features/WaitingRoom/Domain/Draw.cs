using System.Buffers.Binary;
using System.Security.Cryptography;

namespace TicketWeb.Features.WaitingRoom.Domain;

/// <summary>
/// Gives every number below <paramref name="count"/> a place below it, each place to exactly one: a shuffle of any size that is a seed and
/// nothing else. It is a Feistel network over the smallest grid that holds all numbers; whatever it puts on a cell outside is put on, again,
/// until it is inside. Who does not know the seed cannot tell the places, and there is none before the draw.
/// </summary>
internal sealed class Draw(byte[] seed, int count)
{
    // Even, so that rows are rows again at the end; many, so that small lines are drawn as fairly as long ones.
    private const int Rounds = 12;

    private readonly int _rows = (int)Math.Ceiling(Math.Sqrt(count));

    /// <param name="number">From 0, less than the count.</param>
    public int PlaceOf(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, count);
        do
            number = Shuffle(number);
        while (number >= count);
        return number;
    }

    private int Shuffle(int number)
    {
        var (rows, columns) = (_rows, (count + _rows - 1) / _rows);
        var (row, column) = (number / columns, number % columns);
        for (byte round = 0; round < Rounds; round++)
        {
            (row, column) = (column, (row + Chance(round, column, below: rows)) % rows);
            (rows, columns) = (columns, rows);
        }

        return row * columns + column;
    }

    private int Chance(byte round, int column, int below)
    {
        Span<byte> question = [round, 0, 0, 0, 0];
        Span<byte> answer = stackalloc byte[HMACSHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt32LittleEndian(question[1..], column);
        HMACSHA256.HashData(seed, question, answer);
        return (int)(BinaryPrimitives.ReadUInt64LittleEndian(answer) % (ulong)below);
    }
}
