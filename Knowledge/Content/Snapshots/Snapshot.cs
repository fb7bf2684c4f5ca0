using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace PolicyAssistantBot.Knowledge.Content.Snapshots;

/// <summary>Writes arrays of numbers and texts, one after another.</summary>
internal sealed class SnapshotWriter(Stream stream)
{
    public void Write<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var length = values.Length;
        stream.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in length)));
        stream.Write(MemoryMarshal.AsBytes(values));
    }

    public void Write<T>(T value)
        where T : unmanaged => Write(new ReadOnlySpan<T>(in value));

    public void Write(IReadOnlyCollection<string> texts)
    {
        Write<byte>(Encoding.UTF8.GetBytes(string.Concat(texts)));
        Write<int>([.. texts.Select(text => text.Length)]);
    }
}

/// <summary>Reads what <see cref="SnapshotWriter"/> wrote, in the same order.</summary>
/// <param name="length">The number of bytes that the stream still has.</param>
internal sealed class SnapshotReader(Stream stream, long length)
{
    private long remaining = length;

    /// <exception cref="InvalidDataException">The data ends too early.</exception>
    public T[] Read<T>()
        where T : unmanaged
    {
        var values = new T[ReadCount<T>()];
        stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    public T ReadValue<T>()
        where T : unmanaged => Read<T>() is [var value] ? value : throw new InvalidDataException("One value was expected.");

    public string[] ReadStrings()
    {
        var size = ReadCount<byte>();
        var bytes = ArrayPool<byte>.Shared.Rent(size);
        stream.ReadExactly(bytes, 0, size);
        var characters = ArrayPool<char>.Shared.Rent(size);
        var count = Encoding.UTF8.GetChars(bytes, 0, size, characters, 0);
        ArrayPool<byte>.Shared.Return(bytes);
        var lengths = Read<int>();
        var texts = new string[lengths.Length];
        var start = 0;
        for (var i = 0; i < texts.Length; i++)
        {
            if ((uint)lengths[i] > (uint)(count - start))
            {
                throw new InvalidDataException("A text ends too early.");
            }

            texts[i] = new string(characters, start, lengths[i]);
            start += lengths[i];
        }

        ArrayPool<char>.Shared.Return(characters);
        return texts;
    }

    private int ReadCount<T>()
        where T : unmanaged
    {
        var count = 0;
        stream.ReadExactly(MemoryMarshal.AsBytes(new Span<int>(ref count)));
        remaining -= sizeof(int);
        if (count < 0 || count * (long)Unsafe.SizeOf<T>() > remaining)
        {
            throw new InvalidDataException("The snapshot ends too early.");
        }

        remaining -= count * (long)Unsafe.SizeOf<T>();
        return count;
    }
}
