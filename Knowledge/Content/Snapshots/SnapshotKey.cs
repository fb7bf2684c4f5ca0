using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace PolicyAssistantBot.Knowledge.Content.Snapshots;

/// <summary>
/// Computes the key of a snapshot: a hash of everything that its contents depend on. The version of the program and the byte order of the
/// machine are part of every key.
/// </summary>
internal sealed class SnapshotKey : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public SnapshotKey()
    {
        hash.AppendData(typeof(SnapshotKey).Module.ModuleVersionId.ToByteArray());
        hash.AppendData([BitConverter.IsLittleEndian ? (byte)1 : (byte)0]);
    }

    public static int Length => SHA256.HashSizeInBytes;

    public SnapshotKey Add(string? text)
    {
        var length = text?.Length ?? -1;
        hash.AppendData(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in length)));
        hash.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
        return this;
    }

    public SnapshotKey Add(double number)
    {
        hash.AppendData(MemoryMarshal.AsBytes(new ReadOnlySpan<double>(in number)));
        return this;
    }

    public SnapshotKey Add(ReadOnlySpan<int> numbers)
    {
        hash.AppendData(MemoryMarshal.AsBytes(numbers));
        return this;
    }

    /// <summary>Adds texts and a mark of their end.</summary>
    public SnapshotKey Add(IEnumerable<string?> texts)
    {
        foreach (var text in texts)
        {
            Add(text);
        }

        return Add((string?)null);
    }

    /// <summary>Adds the contents of all files of a folder of the program's data; nothing when there is no such folder.</summary>
    public SnapshotKey AddFiles(string folder)
    {
        foreach (
            var file in Directory.Exists(folder)
                ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray()
                : []
        )
        {
            Add(Path.GetFileName(file));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return this;
    }

    public byte[] GetHash() => hash.GetCurrentHash();

    public void Dispose() => hash.Dispose();
}
