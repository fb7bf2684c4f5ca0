namespace PolicyAssistantBot.Storage;

/// <summary>The one folder that everything which must survive a restart lives under.</summary>
internal sealed class DataFolder
{
    private readonly string fileName;

    public DataFolder(
        Microsoft.Extensions.Options.IOptions<StorageOptions> options,
        IConfiguration configuration,
        IHostEnvironment environment
    )
    {
        Path = Directory.CreateDirectory(Locate(configuration, environment)).FullName;
        fileName = options.Value.FileName;
    }

    public string Path { get; }

    public string DatabaseFile => System.IO.Path.Combine(Path, fileName);

    /// <summary>Where it is, for those who must know before services exist.</summary>
    public static string Locate(IConfiguration configuration, IHostEnvironment environment) =>
        System.IO.Path.Combine(environment.ContentRootPath, configuration["Storage:DataFolder"] ?? new StorageOptions().DataFolder);

    /// <summary>A folder below it, created when missing.</summary>
    public string Sub(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;
}
