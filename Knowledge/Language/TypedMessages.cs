using System.Collections.Frozen;

namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>
/// Messages as people type them to the assistant: the examples of dialogue acts and the ways of asking for articles. Their files have no
/// header; the last two columns are the language and the text.
/// </summary>
internal static class TypedMessages
{
    private static readonly Lazy<FrozenDictionary<Lang, string[]>> ByLanguage = new(() =>
        ReadFolder(ActsFolder)
            .Concat(ReadFolder(PhrasingsFolder))
            .Concat(ReadFolder(Path.Combine(PhrasingsFolder, "Sections")))
            .GroupBy(message => message.Lang, message => message.Text)
            .ToFrozenDictionary(messages => messages.Key, messages => messages.ToArray())
    );

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Knowledge", "Policy");

    public static string ActsFolder => Path.Combine(Folder, "Acts");

    public static string PhrasingsFolder => Path.Combine(Folder, "Phrasings");

    public static IReadOnlyList<string> Of(Lang lang) => ByLanguage.Value.GetValueOrDefault(lang, []);

    public static IEnumerable<(Lang Lang, string Text)> ReadFolder(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.tsv")
            .Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Select(line => line.Split('\t'))
            .Where(columns => columns.Length > 2)
            .Select(columns => (columns[^2] == "en" ? Lang.En : Lang.Vi, columns[^1]));
}
