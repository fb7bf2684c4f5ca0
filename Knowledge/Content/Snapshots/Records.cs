using System.Runtime.InteropServices;

namespace PolicyAssistantBot.Knowledge.Content.Snapshots;

/// <summary>Writes records as numbers, with each different text once.</summary>
internal sealed class RecordWriter
{
    private readonly Dictionary<string, int> idByText = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private readonly List<int> numbers = [];

    public void Write(int number) => numbers.Add(number);

    public void Write(double fraction)
    {
        var bits = BitConverter.DoubleToInt64Bits(fraction);
        numbers.Add((int)(bits >> 32));
        numbers.Add((int)bits);
    }

    public void Write(bool flag) => numbers.Add(flag ? 1 : 0);

    public void Write(DateOnly? day) => numbers.Add(day?.DayNumber ?? -1);

    public void Write(string? text)
    {
        if (text is null)
        {
            numbers.Add(-1);
            return;
        }

        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(idByText, text, out var isKnown);
        if (!isKnown)
        {
            id = texts.Count;
            texts.Add(text);
        }

        numbers.Add(id);
    }

    public void Write(ReadOnlySpan<int> many)
    {
        numbers.Add(many.Length);
        numbers.AddRange(many);
    }

    public void Write<T>(IReadOnlyList<T> items, Action<T> write)
    {
        numbers.Add(items.Count);
        foreach (var item in items)
        {
            write(item);
        }
    }

    public void Write(IReadOnlyList<string> items) => Write(items, item => Write(item));

    public void WriteOptional<T>(T? item, Action<T> write)
        where T : class
    {
        Write(item is not null);
        if (item is not null)
        {
            write(item);
        }
    }

    /// <summary>Adds everything that was written to a key.</summary>
    public void AddTo(SnapshotKey key) => key.Add(texts).Add(CollectionsMarshal.AsSpan(numbers));

    public void Save(SnapshotWriter writer)
    {
        writer.Write(texts);
        writer.Write<int>(CollectionsMarshal.AsSpan(numbers));
    }
}

/// <summary>Reads what <see cref="RecordWriter"/> wrote, in the same order.</summary>
internal sealed class RecordReader(SnapshotReader reader)
{
    private readonly string[] texts = reader.ReadStrings();
    private readonly int[] numbers = reader.Read<int>();
    private int position;

    public int ReadNumber() => numbers[position++];

    public double ReadFraction()
    {
        var high = (long)ReadNumber() << 32;
        return BitConverter.Int64BitsToDouble(high | (uint)ReadNumber());
    }

    public int[] ReadNumbers()
    {
        var length = ReadNumber();
        position += length;
        return numbers.AsSpan(position - length, length).ToArray();
    }

    public bool ReadFlag() => ReadNumber() != 0;

    public DateOnly? ReadDay() => ReadNumber() is var number and >= 0 ? DateOnly.FromDayNumber(number) : null;

    public string? ReadOptionalText() => ReadNumber() is var id and >= 0 ? texts[id] : null;

    public string ReadText() => texts[ReadNumber()];

    public T[] ReadList<T>(Func<T> read)
    {
        var count = ReadNumber();
        var items = count <= numbers.Length - position ? new T[count] : throw new InvalidDataException("The records end too early.");
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read();
        }

        return items;
    }

    public string[] ReadTexts() => ReadList(ReadText);

    public T? ReadOptional<T>(Func<T> read)
        where T : class => ReadFlag() ? read() : null;
}
