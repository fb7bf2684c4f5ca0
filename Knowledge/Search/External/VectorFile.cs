using System.Runtime.InteropServices;
using System.Security.Cryptography;
using PolicyAssistantBot.Knowledge.Content.Snapshots;

namespace PolicyAssistantBot.Knowledge.Search.External;

/// <summary>
/// A file of vectors by the hash of their text and model, so that after a restart or a change of an article only new chunks are embedded.
/// The file contains its own hash; a damaged file is treated as missing.
/// </summary>
internal static class VectorFile
{
    private const int HashLength = SHA256.HashSizeInBytes;

    /// <summary>Reads the vectors; returns none when the file is missing, damaged or cannot be read.</summary>
    public static Dictionary<string, sbyte[]> Read(string file)
    {
        try
        {
            return File.Exists(file) ? Parse(File.ReadAllBytes(file)) : [];
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException or OverflowException)
        {
            return [];
        }
    }

    /// <summary>Replaces the contents of the file; returns false when it cannot be written.</summary>
    public static bool TryWrite(string file, IReadOnlyDictionary<string, sbyte[]> vectors)
    {
        var temporaryFile = $"{file}.{Guid.NewGuid():n}";
        try
        {
            using var payload = new MemoryStream();
            var writer = new SnapshotWriter(payload);
            writer.Write(vectors.Keys.ToList());
            writer.Write(vectors.Count == 0 ? 0 : vectors.Values.First().Length);
            writer.Write<sbyte>([.. vectors.Values.SelectMany(vector => vector)]);
            var bytes = payload.GetBuffer().AsSpan(0, (int)payload.Length);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            using (var stream = File.Create(temporaryFile))
            {
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

    /// <summary>The key of a text's vector by one model.</summary>
    public static string ComputeKey(string model, string text)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes($"{model.Length} {model}{text}".AsSpan()));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static Dictionary<string, sbyte[]> Parse(byte[] file)
    {
        if (file.Length < HashLength || !SHA256.HashData(file.AsSpan(HashLength)).AsSpan().SequenceEqual(file.AsSpan(0, HashLength)))
        {
            throw new InvalidDataException("The file is damaged.");
        }

        using var stream = new MemoryStream(file, HashLength, file.Length - HashLength);
        var reader = new SnapshotReader(stream, stream.Length);
        var (keys, dimensions, values) = (reader.ReadStrings(), reader.ReadValue<int>(), reader.Read<sbyte>());
        return values.Length == (long)keys.Length * dimensions
            ? keys.Select((key, i) => (key, Vector: values[(i * dimensions)..((i + 1) * dimensions)]))
                .ToDictionary(pair => pair.key, pair => pair.Vector, StringComparer.Ordinal)
            : throw new InvalidDataException("The number of vectors differs from the number of keys.");
    }
}
