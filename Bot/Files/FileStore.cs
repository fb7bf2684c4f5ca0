using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Files;

/// <summary>Stores files on disk: outside the web root, under random names.</summary>
internal sealed class FileStore(DataFolder data, IOptions<CaseFileOptions> options)
{
    private string Folder => data.GetSubfolder("files");

    public string PathOf(string id) => Path.Combine(Folder, Path.GetFileName(id));

    public bool Exists(string id) => File.Exists(PathOf(id));

    /// <summary>Stores a file that passes the checks; any other is deleted.</summary>
    public async Task<FileReceipt> SaveAsync(Stream content, string name, CancellationToken cancellationToken)
    {
        var safe = UploadedFiles.SanitizeName(name);
        if (FileKinds.Named(safe) is not { } kind)
        {
            return new FileReceipt.Refused(safe, FileProblem.TypeNotTaken);
        }

        var id = DirectLineTokens.NewId();
        var isKept = false;
        try
        {
            await using var file = new FileStream(PathOf(id), FileMode.CreateNew, FileAccess.ReadWrite);
            var (problem, hash) = await CopyAsync(content, file, cancellationToken);
            file.Position = 0;
            problem ??= FileContent.Check(file, kind);
            isKept = problem is null;
            return problem is { } wrong
                ? new FileReceipt.Refused(safe, wrong)
                : new FileReceipt.Taken(new StoredFile(id, safe, kind.ContentType, file.Length, hash));
        }
        finally
        {
            if (!isKept)
            {
                File.Delete(PathOf(id));
            }
        }
    }

    public void Delete(string id) => File.Delete(PathOf(id));

    /// <summary>Files older than the lifetime of unused files.</summary>
    public IEnumerable<string> OlderThan(DateTimeOffset at) =>
        new DirectoryInfo(Folder).EnumerateFiles().Where(file => file.LastWriteTimeUtc < at.UtcDateTime).Select(file => file.Name);

    private async Task<(FileProblem? Problem, string Hash)> CopyAsync(Stream from, FileStream to, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        for (int read; (read = await from.ReadAsync(buffer, cancellationToken)) > 0; )
        {
            if (to.Length + read > options.Value.FileLimit)
            {
                return (FileProblem.TooLarge, "");
            }

            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return (to.Length == 0 ? FileProblem.Empty : null, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
