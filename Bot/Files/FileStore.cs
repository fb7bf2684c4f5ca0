using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Files;

/// <summary>Stores files on disk: outside the web root, under random names.</summary>
internal sealed class FileStore(DataFolder data, IOptions<CaseFileOptions> options)
{
    private string Folder => data.GetSubfolder("files");

    public string GetPath(string id) => Path.Combine(Folder, Path.GetFileName(id));

    public bool Exists(string id) => File.Exists(GetPath(id));

    /// <summary>Stores a file that passes the checks; any other is deleted.</summary>
    public async Task<FileReceipt> SaveAsync(Stream content, string name, CancellationToken cancellationToken)
    {
        var safeName = UploadedFiles.SanitizeName(name);
        if (FileKinds.FindByFileName(safeName) is not { } kind)
        {
            return new FileReceipt.Refused(safeName, FileProblem.TypeNotAccepted);
        }

        var id = DirectLineTokens.NewId();
        var isAccepted = false;
        try
        {
            await using var file = PrivateFile.CreateNew(GetPath(id));
            var (problem, hash) = await CopyAsync(content, file, cancellationToken);
            file.Position = 0;
            problem ??= FileContentCheck.Check(file, kind);
            isAccepted = problem is null;
            return problem is { } foundProblem
                ? new FileReceipt.Refused(safeName, foundProblem)
                : new FileReceipt.Accepted(new StoredFile(id, safeName, kind.ContentType, file.Length, hash));
        }
        finally
        {
            if (!isAccepted)
            {
                File.Delete(GetPath(id));
            }
        }
    }

    public void Delete(string id) => File.Delete(GetPath(id));

    /// <summary>Files older than the lifetime of unused files.</summary>
    public IEnumerable<string> ListOlderThan(DateTimeOffset at) =>
        new DirectoryInfo(Folder).EnumerateFiles().Where(file => file.LastWriteTimeUtc < at.UtcDateTime).Select(file => file.Name);

    private async Task<(FileProblem? Problem, string Hash)> CopyAsync(Stream source, FileStream target, CancellationToken cancellationToken)
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
            await target.WriteAsync(buffer.AsMemory(0, readBytes), cancellationToken);
        }

        return (target.Length == 0 ? FileProblem.Empty : null, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
