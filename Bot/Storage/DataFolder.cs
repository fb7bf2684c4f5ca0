namespace PolicyAssistantBot.Storage;

/// <summary>The folder that contains all data that must survive a restart.</summary>
internal sealed class DataFolder
{
    private readonly string fileName;

    public DataFolder(
        Microsoft.Extensions.Options.IOptions<StorageOptions> options,
        IConfiguration configuration,
        IHostEnvironment environment
    )
    {
        Path = PrivateFile.OpenFolder(GetPath(configuration, environment)).FullName;
        fileName = options.Value.FileName;
    }

    public string Path { get; }

    public string DatabaseFile => System.IO.Path.Combine(Path, fileName);

    /// <summary>The path of the folder, for code that runs before the services exist.</summary>
    public static string GetPath(IConfiguration configuration, IHostEnvironment environment) =>
        System.IO.Path.Combine(environment.ContentRootPath, configuration["Storage:DataFolder"] ?? new StorageOptions().DataFolder);

    /// <summary>A subfolder, created if necessary.</summary>
    public string GetSubfolder(string name) => PrivateFile.OpenFolder(System.IO.Path.Combine(Path, name)).FullName;
}
