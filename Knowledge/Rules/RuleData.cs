using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Rules;

/// <summary>Loads the data files of the rules. They are separate files, so that an editor can change a figure without a build.</summary>
internal static class RuleData
{
    /// <exception cref="InvalidDataException">
    /// The file is missing or not valid. The program must not start with a rule that it cannot read.
    /// </exception>
    public static T Load<T>(string file) => YamlData.Load<T>(GetPath(file));

    /// <summary>The fields of each line of a tab-separated file, without the header.</summary>
    public static IEnumerable<string[]> ReadRows(string file) =>
        File.ReadLines(GetPath(file)).Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t'));

    public static string GetPath(string file) => Path.Combine(YamlData.Folder, "Rules", file);
}
