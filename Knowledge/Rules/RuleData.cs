using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PolicyAssistantBot.Knowledge.Rules;

/// <summary>The tables of the rules: files beside the program, so that a figure is changed by an editor and not by a build.</summary>
internal static class RuleData
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .WithTypeConverter(new DayConverter())
        .WithTypeConverter(new ConfidenceConverter())
        .Build();

    /// <exception cref="InvalidDataException">The file is missing or does not fit <typeparamref name="T"/>: the program must not start on a rule it cannot read.</exception>
    public static T Load<T>(string file)
    {
        try
        {
            return Yaml.Deserialize<T>(File.ReadAllText(PathOf(file)));
        }
        catch (Exception e) when (e is IOException or YamlDotNet.Core.YamlException)
        {
            throw new InvalidDataException($"Rules/Data/{file}: {e.Message}", e);
        }
    }

    /// <summary>The fields of each line of a tab-separated file, without its heading.</summary>
    public static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(PathOf(file)).Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t'));

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Knowledge", "Rules", file);
}
