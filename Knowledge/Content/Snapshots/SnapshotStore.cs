using System.Security.Cryptography;

namespace PolicyAssistantBot.Knowledge.Content.Snapshots;

/// <summary>How an index or a model was obtained.</summary>
public enum SnapshotOutcome
{
    /// <summary>Computed, without a place to store it.</summary>
    None,

    /// <summary>Read from a file.</summary>
    Loaded,

    /// <summary>Computed and written: there was no file, or it belonged to other data or to another version of the program.</summary>
    Written,

    /// <summary>Computed and written: the file was damaged.</summary>
    Repaired,

    /// <summary>Computed; the file cannot be written.</summary>
    NotWritten,
}

/// <summary>
/// Stores what the program learnt, so that a start does not have to learn it again: one file for each index or model. A file contains the
/// key of its data (<see cref="SnapshotKey"/>) and a hash of its contents; when one does not match, the file is ignored. Files are replaced
/// atomically.
/// </summary>
public sealed class SnapshotStore
{
    /// <summary>Larger files, in bytes, are neither read nor written.</summary>
    private const long MaxBytes = 1_000_000_000;

    private const int BufferSize = 64 * 1024;

    private readonly string[] folders;
    private readonly string? writableFolder;
    private readonly Action<string, SnapshotOutcome>? report;

    private SnapshotStore(string[] folders, string? writableFolder, Action<string, SnapshotOutcome>? report) =>
        (this.folders, this.writableFolder, this.report) = (folders, writableFolder, report);

    /// <summary>The folder of the snapshots that the build made of the shipped articles.</summary>
    public static string ShippedFolder { get; } = Path.Combine(AppContext.BaseDirectory, "Knowledge", "Snapshots");

    /// <summary>Only the snapshots of the build; nothing is written.</summary>
    public static SnapshotStore Shipped { get; } = new([ShippedFolder], null, null);

    /// <summary>Stores nothing.</summary>
    public static SnapshotStore None { get; } = new([], null, null);

    /// <summary>The snapshots of the build and those of a folder of the service.</summary>
    /// <param name="report">Receives the name of each model and how it was obtained.</param>
    public static SnapshotStore Open(string folder, Action<string, SnapshotOutcome>? report = null) =>
        new([ShippedFolder, folder], folder, report);

    /// <summary>One folder alone, to which nothing is written.</summary>
    public static SnapshotStore OpenReadOnly(string folder, Action<string, SnapshotOutcome>? report = null) => new([folder], null, report);

    /// <summary>One folder alone.</summary>
    public static SnapshotStore OpenOnly(string folder, Action<string, SnapshotOutcome>? report = null) => new([folder], folder, report);

    /// <summary>Loads a value, or computes and writes it.</summary>
    /// <param name="name">The file's name without its extension.</param>
    /// <param name="isWritten">Whether the value is to be written; null for always.</param>
    internal (T Value, SnapshotOutcome Outcome) Open<T>(
        string name,
        byte[] key,
        Func<SnapshotReader, T> load,
        Func<T> compute,
        Action<T, SnapshotWriter> save,
        Func<T, bool>? isWritten = null
    )
        where T : class
    {
        if (Find(name, key, load, out var isDamaged) is { } loaded)
        {
            return Report(loaded, SnapshotOutcome.Loaded);
        }

        var value = compute();
        return Report(
            value,
            writableFolder is null ? SnapshotOutcome.None
                : isWritten?.Invoke(value) == false || !TryWrite(name, key, writer => save(value, writer)) ? SnapshotOutcome.NotWritten
                : isDamaged ? SnapshotOutcome.Repaired
                : SnapshotOutcome.Written
        );

        (T, SnapshotOutcome) Report(T value, SnapshotOutcome outcome)
        {
            report?.Invoke(name, outcome);
            return (value, outcome);
        }
    }

    /// <summary>Loads a value; null when no folder has it.</summary>
    internal T? Find<T>(string name, byte[] key, Func<SnapshotReader, T> load)
        where T : class
    {
        var value = Find(name, key, load, out _);
        if (value is not null)
        {
            report?.Invoke(name, SnapshotOutcome.Loaded);
        }

        return value;
    }

    /// <summary>Writes a value where there is a folder for it.</summary>
    internal void Write(string name, byte[] key, Action<SnapshotWriter> save)
    {
        if (writableFolder is not null)
        {
            report?.Invoke(name, TryWrite(name, key, save) ? SnapshotOutcome.Written : SnapshotOutcome.NotWritten);
        }
    }

    private T? Find<T>(string name, byte[] key, Func<SnapshotReader, T> load, out bool isDamaged)
        where T : class
    {
        isDamaged = false;
        foreach (var folder in folders)
        {
            if (TryRead(GetPath(folder, name), key, load, ref isDamaged) is { } loaded)
            {
                return loaded;
            }
        }

        return null;
    }

    /// <summary>Replaces a file; returns false when there is no folder for it or it cannot be written.</summary>
    internal bool TryWrite(string name, byte[] key, Action<SnapshotWriter> save)
    {
        if (writableFolder is null)
        {
            return false;
        }

        var temporaryFile = Path.Combine(writableFolder, $"{name}.{Guid.NewGuid():n}.part");
        try
        {
            using var payload = new MemoryStream();
            save(new SnapshotWriter(payload));
            var bytes = payload.GetBuffer().AsSpan(0, (int)payload.Length);
            Directory.CreateDirectory(writableFolder);
            using (var stream = File.Create(temporaryFile))
            {
                stream.Write(key);
                stream.Write(SHA256.HashData(bytes));
                stream.Write(bytes);
            }

            File.Move(temporaryFile, GetPath(writableFolder, name), overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            DeleteQuietly(temporaryFile);
            return false;
        }
    }

    private static string GetPath(string folder, string name) => Path.Combine(folder, name + ".snapshot");

    /// <returns>Null when the file does not exist, cannot be read, is damaged or belongs to other data.</returns>
    private static T? TryRead<T>(string path, byte[] key, Func<SnapshotReader, T> load, ref bool isDamaged)
        where T : class
    {
        try
        {
            using var file = File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize) : null;
            if (file is null)
            {
                return null;
            }

            var header = new byte[2 * SnapshotKey.Length];
            file.ReadExactly(header);
            if (!header.AsSpan(0, SnapshotKey.Length).SequenceEqual(key))
            {
                return null;
            }

            if (file.Length > MaxBytes)
            {
                throw new InvalidDataException("The snapshot is too large.");
            }

            // Read twice, so that nothing is loaded from a damaged file and no copy of it is kept.
            if (!SHA256.HashData(file).AsSpan().SequenceEqual(header.AsSpan(SnapshotKey.Length)))
            {
                throw new InvalidDataException("The snapshot is damaged.");
            }

            file.Position = header.Length;
            return load(new SnapshotReader(file, file.Length - header.Length));
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
            return null;
        }
    }

    private static void DeleteQuietly(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file that cannot be written often cannot be deleted either.
        }
    }
}
