namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>
/// For each of a family of terms the passages that hold it: one byte array, delta-coded. A posting is the distance to the last
/// passage, shifted by one bit that tells whether a count above one follows; both are variable-length numbers.
/// </summary>
internal sealed class PostingLists(byte[] data, uint[] starts, int[] counts)
{
    public int Terms => counts.Length;

    public long Bytes => data.Length + (4L * starts.Length) + (4L * counts.Length);

    /// <summary>How many passages hold the term.</summary>
    public int Count(int term) => counts[term];

    public PostingReader Read(int term) => new(data, (int)starts[term], counts[term]);
}

/// <summary>Walks one list. A struct so that walking allocates nothing.</summary>
internal struct PostingReader(byte[] data, int position, int count)
{
    private int left = count;
    private int at = position;

    public int Doc { get; private set; } = -1;

    public int Frequency { get; private set; }

    public bool Next()
    {
        if (--left < 0)
            return false;

        var coded = ReadNumber();
        Doc += (int)(coded >> 1) + 1;
        Frequency = (coded & 1) == 0 ? 1 : (int)ReadNumber();
        return true;
    }

    private uint ReadNumber()
    {
        uint value = data[at++];
        if (value < 128)
            return value;

        value &= 127;
        for (var shift = 7; ; shift += 7)
        {
            var next = data[at++];
            value |= (uint)(next & 127) << shift;
            if (next < 128)
                return value;
        }
    }
}
