using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace PolicyAssistantBot.Knowledge.Search.Snapshots;

/// <summary>How an index was obtained.</summary>
public enum SnapshotOutcome
{
    /// <summary>Built; no file was given.</summary>
    None,

    /// <summary>Read from the file.</summary>
    Loaded,

    /// <summary>Built and written: there was no file, or it belonged to other texts or to another version of the program.</summary>
    Written,

    /// <summary>Built and written: the file was damaged.</summary>
    Repaired,

    /// <summary>Built; the file cannot be written.</summary>
    NotWritten,
}

/// <summary>
/// Stores an index on disk, so that a restart does not have to build it. The file contains a hash of the texts and of the program version,
/// and a hash of its own contents; when one does not match, the index is rebuilt. The file is replaced atomically.
/// </summary>
public static class SearchSnapshot
{
    private const int HashLength = SHA256.HashSizeInBytes;

    /// <summary>Larger indexes, in bytes, are not written: loading them would use too much memory for the time it saves.</summary>
    private const long MaxBytes = 500_000_000;

    /// <summary>Loads the index of the passages from the file, or builds and writes it when the file does not match.</summary>
    /// <param name="file">Null to build the index in memory only.</param>
    public static (SearchIndex Index, SnapshotOutcome Outcome) Open(IReadOnlyList<Passage> passages, string? file)
    {
        ArgumentNullException.ThrowIfNull(passages);
        if (file is null)
        {
            return (SearchIndex.Build(passages), SnapshotOutcome.None);
        }

        var isDamaged = false;
        try
        {
            if (File.Exists(file) && Read(passages, File.ReadAllBytes(file)) is { } loaded)
            {
                return (loaded, SnapshotOutcome.Loaded);
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
            isDamaged = true;
        }

        var index = SearchIndex.Build(passages);
        return (
            index,
            !TryWrite(index, file) ? SnapshotOutcome.NotWritten
            : isDamaged ? SnapshotOutcome.Repaired
            : SnapshotOutcome.Written
        );
    }

    /// <summary>Replaces the contents of the file by the index; returns false when it cannot be written.</summary>
    public static bool TryWrite(SearchIndex index, string file)
    {
        ArgumentNullException.ThrowIfNull(index);
        if (index.ByteSize > MaxBytes)
        {
            return false;
        }

        var temporaryFile = $"{file}.{Guid.NewGuid():n}";
        try
        {
            using var payload = new MemoryStream();
            index.Save(new SnapshotWriter(payload));
            var bytes = payload.GetBuffer().AsSpan(0, (int)payload.Length);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            using (var stream = File.Create(temporaryFile))
            {
                stream.Write(ComputeKey(index.Passages));
                stream.Write(SHA256.HashData(bytes));
                stream.Write(bytes);
            }

            File.Move(temporaryFile, file, overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <returns>Null when the file belongs to other passages or to another version.</returns>
    /// <exception cref="InvalidDataException">The file belongs to these passages and is damaged.</exception>
    private static SearchIndex? Read(IReadOnlyList<Passage> passages, byte[] file)
    {
        if (file.Length < 2 * HashLength)
        {
            throw new InvalidDataException("The snapshot is too short.");
        }

        if (!file.AsSpan(0, HashLength).SequenceEqual(ComputeKey(passages)))
        {
            return null;
        }

        var payload = file.AsMemory(2 * HashLength);
        return SHA256.HashData(payload.Span).AsSpan().SequenceEqual(file.AsSpan(HashLength, HashLength))
            ? SearchIndex.Load(passages, new SnapshotReader(payload))
            : throw new InvalidDataException("The snapshot is damaged.");
    }

    /// <summary>A hash of everything that the index depends on: the passages, the program and the byte order of the machine.</summary>
    private static byte[] ComputeKey(IReadOnlyList<Passage> passages)
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
