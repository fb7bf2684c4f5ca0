using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.BotFramework.Encryption;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Files;

/// <summary>Stores files on disk: outside the web root, under random names, encrypted where that is configured.</summary>
internal sealed class FileStore(DataFolder data, EncryptedFiles encryption, IOptions<CaseFileOptions> options)
{
    private string Folder => data.GetSubfolder("files");

    public bool Exists(string id) => File.Exists(GetPath(id));

    public Stream OpenRead(string id) => encryption.OpenRead(GetPath(id));

    /// <summary>Stores a file that passes the checks; any other never reaches the disk.</summary>
    public async Task<FileReceipt> SaveAsync(Stream content, string name, CancellationToken cancellationToken)
    {
        var safeName = UploadedFiles.SanitizeName(name);
        if (FileKinds.FindByFileName(safeName) is not { } kind)
        {
            return new FileReceipt.Refused(safeName, FileProblem.TypeNotAccepted);
        }

        using var buffer = new MemoryStream();
        var (problem, hash) = await CopyAsync(content, buffer, cancellationToken);
        buffer.Position = 0;
        problem ??= FileContentCheck.Check(buffer, kind);
        if (problem is { } foundProblem)
        {
            return new FileReceipt.Refused(safeName, foundProblem);
        }

        var id = encryption.CreateName(DirectLineTokens.NewId());
        await WriteAsync(id, buffer, cancellationToken);
        return new FileReceipt.Accepted(new StoredFile(id, safeName, kind.ContentType, buffer.Length, hash));
    }

    public void Delete(string id) => File.Delete(GetPath(id));

    /// <summary>Files older than the lifetime of unused files.</summary>
    public IEnumerable<string> ListOlderThan(DateTimeOffset at) =>
        new DirectoryInfo(Folder).EnumerateFiles().Where(file => file.LastWriteTimeUtc < at.UtcDateTime).Select(file => file.Name);

    private string GetPath(string id) => Path.Combine(Folder, Path.GetFileName(id));

    private async Task WriteAsync(string id, MemoryStream content, CancellationToken cancellationToken)
    {
        var isComplete = false;
        try
        {
            await using var file = PrivateFile.CreateNew(GetPath(id));
            await using var writer = encryption.CreateWriter(file, id);
            content.Position = 0;
            await content.CopyToAsync(writer, cancellationToken);
            isComplete = true;
        }
        finally
        {
            if (!isComplete)
            {
                File.Delete(GetPath(id));
            }
        }
    }

    private async Task<(FileProblem? Problem, string Hash)> CopyAsync(
        Stream source,
        MemoryStream target,
        CancellationToken cancellationToken
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        for (int readBytes; (readBytes = await source.ReadAsync(buffer, cancellationToken)) > 0; )
        {
            if (target.Length + readBytes > options.Value.FileLimit)
            {
                return (FileProblem.TooLarge, "");
            }

            hash.AppendData(buffer, 0, readBytes);
            target.Write(buffer, 0, readBytes);
        }

        return (target.Length == 0 ? FileProblem.Empty : null, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
