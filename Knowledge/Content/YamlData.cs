using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>
/// Reads YAML data files strictly: unknown fields are errors, names are camelCase, dates are <c>2021-10-15</c>, labels are <c>V2-high</c>.
/// </summary>
internal static class YamlData
{
    /// <summary>The folder of the knowledge files in the build output.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Knowledge");

    /// <exception cref="InvalidDataException">The file is missing or cannot be read as <typeparamref name="T"/>.</exception>
    public static T Load<T>(string path)
    {
        try
        {
            return CreateDeserializer().Deserialize<T>(BoundedYaml.CreateParser(File.ReadAllText(path)));
        }
        catch (Exception e) when (e is IOException or YamlException)
        {
            var line = e is YamlException yaml ? $":{yaml.Start.Line}" : "";
            throw new InvalidDataException($"{path}{line}: {e.InnerException?.Message ?? e.Message}", e);
        }
    }

    /// <summary>Reads YAML text; returns null and adds a problem when it cannot be read as <typeparamref name="T"/>.</summary>
    public static T? Parse<T>(string text, string name, List<Problem> problems)
        where T : class
    {
        try
        {
            return CreateDeserializer().Deserialize<T>(BoundedYaml.CreateParser(text)) ?? throw new YamlException("empty");
        }
        catch (YamlException e)
        {
            problems.Add(new Problem(name, Math.Max(1, (int)e.Start.Line), "yaml", BoundedYaml.Describe(e)));
            return null;
        }
    }

    private static IDeserializer CreateDeserializer() =>
        new DeserializerBuilder()
            .WithNamingConvention(CamelCaseNamingConvention.Instance)
            .WithEnumNamingConvention(CamelCaseNamingConvention.Instance)
            .WithTypeMapping<IReadOnlyList<string>, List<string>>()
            .WithTypeConverter(new DateConverter())
            .WithTypeConverter(new ConfidenceConverter())
            .WithTypeConverter(new LocalizedTextConverter())
            .WithTypeConverter(new WordPatternsConverter())
            .Build();
}
