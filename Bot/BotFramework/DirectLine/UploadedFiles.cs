using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Encryption;

namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary>The content of a link to an uploaded file.</summary>
public sealed record FileTicket(string Id, string Name, string ContentType);

/// <summary>Why a file was refused.</summary>
public enum FileRefusal
{
    TooLarge,
    TypeNotAllowed,
}

/// <summary>Uploaded files: stored under random names, downloaded only through links that expire.</summary>
public sealed class UploadedFiles(
    IDataProtectionProvider protection,
    EncryptedFiles encryption,
    IOptions<DirectLineOptions> options,
    TimeProvider time
)
{
    private readonly ExpiringProtector<FileTicket> protector = new(protection, "file", time);

    private string Folder => Directory.CreateDirectory(options.Value.FileFolder).FullName;

    /// <summary>Stores a file that is within the limits.</summary>
    /// <param name="conversationId">Part of the stored name, so that the files of a conversation can be erased.</param>
    /// <returns>The ticket for its link, or why it was refused.</returns>
    public async Task<(string? Ticket, FileRefusal? Refusal)> StoreAsync(
        string conversationId,
        Stream content,
        string name,
        string contentType,
        CancellationToken cancellationToken
    )
    {
        if (!options.Value.FileTypes.Contains(contentType, StringComparer.OrdinalIgnoreCase))
        {
            return (null, FileRefusal.TypeNotAllowed);
        }

        DeleteOlderThan(time.GetUtcNow() - options.Value.FileLifetime);
        var id = encryption.CreateName(GetPrefix(conversationId) + DirectLineTokens.NewId());
        var path = Path.Combine(Folder, id);
        var isStored = false;
        try
        {
            await using var file = new FileStream(path, CreateOptions());
            await using var writer = encryption.CreateWriter(file, id);
            isStored = await CopyAsync(content, writer, options.Value.FileLimit, cancellationToken);
        }
        finally
        {
            if (!isStored)
            {
                File.Delete(path);
            }
        }

        return isStored
            ? (protector.Protect(new FileTicket(id, SanitizeName(name), contentType), options.Value.FileLifetime), null)
            : (null, FileRefusal.TooLarge);
    }

    /// <summary>Deletes the files that were uploaded in a conversation.</summary>
    /// <returns>The number of deleted files.</returns>
    public int DeleteOf(string conversationId)
    {
        var files = new DirectoryInfo(Folder).GetFiles(GetPrefix(conversationId) + "*");
        foreach (var file in files)
        {
            file.Delete();
        }

        return files.Length;
    }

    /// <summary>Deletes the file of a link before it expires.</summary>
    public void Delete(FileTicket file) => File.Delete(Path.Combine(Folder, file.Id));

    /// <summary>The file of a link; null when the link is invalid or has expired.</summary>
    public FileTicket? Find(string ticket) =>
        protector.Unprotect(ticket) is UnprotectResult<FileTicket>.Valid { Value: var file } && File.Exists(Path.Combine(Folder, file.Id))
            ? file
            : null;

    public Stream OpenRead(FileTicket file) => encryption.OpenRead(Path.Combine(Folder, file.Id));

    /// <summary>
    /// The last path segment of the sender's file name, in NFC (macOS sends letters and diacritics as separate characters), without control
    /// characters.
    /// </summary>
    public static string SanitizeName(string name)
    {
        // Normalize throws for these two non-characters.
        var validText = string.Concat(name.EnumerateRunes().Where(rune => rune.Value is not (0xFFFE or 0xFFFF)));
        var lastSegment = validText[(validText.LastIndexOfAny(['/', '\\']) + 1)..].Normalize();
        var clean = new string([
            .. lastSegment.Where(c =>
                !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format && c is not ('"' or '<' or '>')
            ),
        ]).Trim();
        return clean.Length switch
        {
            0 => "file",
            > 120 => clean[^120..],
            _ => clean,
        };
    }

    /// <summary>Only the account of the service may read the file, whatever the umask is.</summary>
    private static FileStreamOptions CreateOptions()
    {
        var created = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            created.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return created;
    }

    private static async Task<bool> CopyAsync(Stream from, Stream to, int limit, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        var remaining = limit;
        for (int read; (read = await from.ReadAsync(buffer, cancellationToken)) > 0; )
        {
            if ((remaining -= read) < 0)
            {
                return false;
            }

            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return true;
    }

    /// <summary>A digest, because the id of a conversation may contain characters that a file name must not.</summary>
    private static string GetPrefix(string conversationId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(conversationId)).AsSpan(0, 8)) + "-";

    /// <summary>Deletes files that were uploaded before; a link to one no longer works.</summary>
    /// <returns>The number of deleted files.</returns>
    public int DeleteOlderThan(DateTimeOffset at)
    {
        var files = new DirectoryInfo(Folder).EnumerateFiles().Where(file => file.LastWriteTimeUtc < at.UtcDateTime).ToList();
        files.ForEach(file => file.Delete());
        return files.Count;
    }
}
