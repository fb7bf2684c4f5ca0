using System.Runtime.InteropServices;
using System.Text;

namespace PolicyAssistantBot.Knowledge.Search.Snapshots;

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
        var all = Encoding.UTF8.GetBytes(string.Concat(texts));
        Write<byte>(all);
        Write<int>([.. texts.Select(text => text.Length)]);
    }
}

/// <summary>Reads what <see cref="SnapshotWriter"/> wrote, in the same order.</summary>
internal sealed class SnapshotReader(ReadOnlyMemory<byte> data)
{
    private int position;

    /// <exception cref="InvalidDataException">The data ends too early.</exception>
    public T[] Read<T>()
        where T : unmanaged
    {
        var length = MemoryMarshal.Read<int>(ReadBytes(sizeof(int)));
        var values = MemoryMarshal.Cast<byte, T>(ReadBytes(length * (long)System.Runtime.CompilerServices.Unsafe.SizeOf<T>()));
        return values.ToArray();
    }

    public T ReadValue<T>()
        where T : unmanaged => Read<T>() is [var value] ? value : throw new InvalidDataException("One value was expected.");

    public string[] ReadStrings()
    {
        var all = Encoding.UTF8.GetString(Read<byte>());
        var lengths = Read<int>();
        var texts = new string[lengths.Length];
        var start = 0;
        for (var i = 0; i < texts.Length; i++)
        {
            if ((uint)lengths[i] > (uint)(all.Length - start))
            {
                throw new InvalidDataException("A text ends too early.");
            }

            texts[i] = all.Substring(start, lengths[i]);
            start += lengths[i];
        }

        return texts;
    }

    private ReadOnlySpan<byte> ReadBytes(long count)
    {
        if (count < 0 || count > data.Length - position)
        {
            throw new InvalidDataException("The snapshot ends too early.");
        }

        var bytes = data.Span.Slice(position, (int)count);
        position += (int)count;
        return bytes;
    }
}
