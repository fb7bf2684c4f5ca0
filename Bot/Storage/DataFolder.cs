using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.Storage;

/// <summary>The one folder that everything which must survive a restart lives under.</summary>
internal sealed class DataFolder(IOptions<StorageOptions> options, IHostEnvironment environment)
{
    public string Path { get; } = Directory.CreateDirectory(System.IO.Path.Combine(environment.ContentRootPath, options.Value.DataFolder)).FullName;

    public string DatabaseFile => System.IO.Path.Combine(Path, options.Value.FileName);

    /// <summary>A folder below it, created when missing.</summary>
    public string Sub(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;
}
