using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.BotFramework.Encryption;

/// <summary>Whether new files are encrypted; set by the host. Existing files are read as they were written.</summary>
public sealed record FileEncryptionOptions
{
    public bool Enabled { get; set; }
}

/// <summary>
/// Encrypts files on the disk with Data Protection, whose keys are renewed by themselves. The name of a file says whether it is encrypted,
/// so files from before are still read, and no content can be taken for an encrypted one.
/// </summary>
public sealed class EncryptedFiles(IDataProtectionProvider protection, IOptions<FileEncryptionOptions> options)
{
    private const string Suffix = "-e";

    /// <summary>The name of a new file.</summary>
    /// <param name="uniqueName">Without a hyphen before its last letter.</param>
    public string CreateName(string uniqueName) => options.Value.Enabled ? uniqueName + Suffix : uniqueName;

    public static bool IsEncrypted(string name) => name.EndsWith(Suffix, StringComparison.Ordinal);

    /// <summary>A stream that writes the content of a file. It has to be disposed to be complete, and leaves the file open.</summary>
    public Stream CreateWriter(Stream file, string name) =>
        IsEncrypted(name) ? new EncryptingStream(file, CreateProtector(name)) : new UndisposedStream(file);

    /// <summary>A stream that reads the content of a file from its start, and closes the file.</summary>
    /// <exception cref="FileNotFoundException">The file is gone.</exception>
    public Stream OpenRead(string path)
    {
        var name = Path.GetFileName(path);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, FileOptions.Asynchronous);
        return IsEncrypted(name) ? new DecryptingStream(file, CreateProtector(name)) : file;
    }

    /// <summary>The name is part of the purpose, so that one file cannot be put in the place of another.</summary>
    private IDataProtector CreateProtector(string name) => protection.CreateProtector("EncryptedFiles", name);
}
