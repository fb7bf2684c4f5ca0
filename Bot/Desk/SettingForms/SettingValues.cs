using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.SettingForms;

/// <summary>The values of a form, as text.</summary>
public sealed class SettingValues
{
    private readonly Dictionary<string, IReadOnlyList<string>> values = new(StringComparer.Ordinal);

    public string this[string field] => GetAll(field) is [var first, ..] ? first : "";

    public IReadOnlyList<string> GetAll(string field) => values.GetValueOrDefault(field) ?? [];

    public SettingValues Set(string field, params IReadOnlyList<string> fieldValues)
    {
        values[field] = fieldValues;
        return this;
    }

    public SettingValues SetNames(LocalizedText name) => Set("vi", name.Vi).Set("en", name.En);

    public LocalizedText ReadNames() => new(this["vi"], this["en"]);

    /// <summary>The lines of a paragraph, without empty ones.</summary>
    public IReadOnlyList<string> ReadLines(string field) =>
        this[field].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What a browser sent. Browsers send line ends as CR LF.</summary>
    internal static SettingValues Read(IFormCollection form, IEnumerable<SettingField> fields)
    {
        var read = new SettingValues();
        foreach (var field in fields)
        {
            read.Set(field.Name, [.. form[field.Name].OfType<string>().Select(value => value.ReplaceLineEndings("\n").Trim())]);
        }

        return read;
    }
}
