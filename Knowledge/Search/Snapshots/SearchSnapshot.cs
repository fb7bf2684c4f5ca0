using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace PolicyAssistantBot.Knowledge.Search.Snapshots;

/// <summary>Where an index came from.</summary>
public enum SnapshotOutcome
{
    /// <summary>Built; there is no file for it.</summary>
    None,

    /// <summary>Read from the file.</summary>
    Loaded,

    /// <summary>Built and written: there was no file, or one of other texts or of another version of the program.</summary>
    Written,

    /// <summary>Built and written: the file was damaged.</summary>
    Repaired,

    /// <summary>Built; the file cannot be written.</summary>
    NotWritten,
}

/// <summary>
/// An index on disk, so that a start need not build it again. The file contains the hashes of the texts, of the program that built it, and
/// of itself; when one does not match, the index is rebuilt. The file is replaced atomically.
/// </summary>
public static class SearchSnapshot
{
    private const int HashLength = SHA256.HashSizeInBytes;

    /// <summary>Above this an index is not written: reading it would cost more memory than it saves time.</summary>
    private const long Largest = 500_000_000;

    /// <summary>The index of the passages: from the file when it is theirs, else built and written there.</summary>
    /// <param name="file">Null to build in memory alone.</param>
    public static (SearchIndex Index, SnapshotOutcome Outcome) Open(IReadOnlyList<Passage> passages, string? file)
    {
        ArgumentNullException.ThrowIfNull(passages);
        if (file is null)
        {
            return (SearchIndex.Build(passages), SnapshotOutcome.None);
        }

        var damaged = false;
        try
        {
            if (File.Exists(file) && Read(passages, File.ReadAllBytes(file)) is { } read)
            {
                return (read, SnapshotOutcome.Loaded);
            }
        }
        catch (Exception e)
            when (e
                    is IOException
                        or UnauthorizedAccessException
                        or InvalidDataException
                        or ArgumentException
                        or OverflowException
                        or IndexOutOfRangeException
            )
        {
            damaged = true;
        }

        var index = SearchIndex.Build(passages);
        return (
            index,
            !TryWrite(index, file) ? SnapshotOutcome.NotWritten
            : damaged ? SnapshotOutcome.Repaired
            : SnapshotOutcome.Written
        );
    }

    /// <summary>Replaces the content of the file with the index; false when that fails.</summary>
    public static bool TryWrite(SearchIndex index, string file)
    {
        ArgumentNullException.ThrowIfNull(index);
        if (index.Bytes > Largest)
        {
            return false;
        }

        var fresh = $"{file}.{Guid.NewGuid():n}";
        try
        {
            using var payload = new MemoryStream();
            index.Save(new SnapshotWriter(payload));
            var bytes = payload.GetBuffer().AsSpan(0, (int)payload.Length);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            using (var to = File.Create(fresh))
            {
                to.Write(Key(index.Passages));
                to.Write(SHA256.HashData(bytes));
                to.Write(bytes);
            }

            File.Move(fresh, file, overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <returns>Null when the file is of other passages or of another version.</returns>
    /// <exception cref="InvalidDataException">It is theirs, and damaged.</exception>
    private static SearchIndex? Read(IReadOnlyList<Passage> passages, byte[] file)
    {
        if (file.Length < 2 * HashLength)
        {
            throw new InvalidDataException("The snapshot is too short.");
        }

        if (!file.AsSpan(0, HashLength).SequenceEqual(Key(passages)))
        {
            return null;
        }

        var payload = file.AsMemory(2 * HashLength);
        return SHA256.HashData(payload.Span).AsSpan().SequenceEqual(file.AsSpan(HashLength, HashLength))
            ? SearchIndex.Load(passages, new SnapshotReader(payload))
            : throw new InvalidDataException("The snapshot is damaged.");
    }

    /// <summary>
    /// The hash of everything that an index is made of: the passages, the program, and the order of bytes of this machine.
    /// </summary>
    private static byte[] Key(IReadOnlyList<Passage> passages)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(SearchSnapshot).Module.ModuleVersionId.ToByteArray());
        hash.AppendData([BitConverter.IsLittleEndian ? (byte)1 : (byte)0]);
        foreach (var passage in passages)
        {
            Append(passage.Id);
            Append(passage.ArticleKey);
            Append(passage.SectionId);
            Append(passage.Lang.ToString());
            Append(passage.Title);
            Append(passage.Heading);
            Append(passage.Text);
            foreach (var phrasing in passage.Phrasings.Append("").Concat(passage.Examples))
            {
                Append(phrasing);
            }

            Append("");
        }

        return hash.GetHashAndReset();

        void Append(string text)
        {
            hash.AppendData(BitConverter.GetBytes(text.Length));
            hash.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
        }
    }
}
