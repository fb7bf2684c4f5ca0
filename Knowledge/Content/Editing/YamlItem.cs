using System.Globalization;
using System.Text;

namespace PolicyAssistantBot.Knowledge.Content.Editing;

/// <summary>One mapping of a YAML list, to be written into a document. Fields without a value are left out.</summary>
public sealed class YamlItem
{
    private readonly List<(string Field, object Value)> fields = [];

    public YamlItem Add(string field, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            fields.Add((field, value));
        }

        return this;
    }

    /// <summary>Adds a word, date or truth value that needs no quotes.</summary>
    public YamlItem AddPlain(string field, string value)
    {
        fields.Add((field, new PlainValue(value)));
        return this;
    }

    public YamlItem Add(string field, LocalizedText value)
    {
        fields.Add((field, value));
        return this;
    }

    /// <summary>Adds a list; when it is empty, only if <paramref name="evenIfEmpty"/>.</summary>
    public YamlItem Add(string field, IReadOnlyList<string> values, bool evenIfEmpty = false)
    {
        if (evenIfEmpty || values.Count > 0)
        {
            fields.Add((field, values));
        }

        return this;
    }

    /// <summary>The item on one line; if a value has several lines, each field on a line of its own, indented by
    /// <paramref name="indent"/>.</summary>
    internal string Write(int indent)
    {
        if (!fields.Any(field => field.Value is LocalizedText text && (HasLines(text.Vi) || HasLines(text.En))))
        {
            return $"{{ {string.Join(", ", fields.Select(field => $"{field.Field}: {WriteFlow(field.Value)}"))} }}";
        }

        var margin = "\n" + new string(' ', indent);
        return string.Join(
            margin,
            fields.Select(field =>
                field.Value is LocalizedText text && (HasLines(text.Vi) || HasLines(text.En))
                    ? $"{field.Field}:{margin}  vi: {WriteBlock(text.Vi, margin)}{margin}  en: {WriteBlock(text.En, margin)}"
                    : $"{field.Field}: {WriteFlow(field.Value)}"
            )
        );
    }

    internal static string WriteList(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(Quote))}]";

    /// <summary>A scalar that reads as exactly this text.</summary>
    internal static string Quote(string value)
    {
        if (!value.Any(NeedsEscape))
        {
            return $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
        }

        var quoted = new StringBuilder("\"");
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                '\n' => quoted.Append("\\n"),
                _ when NeedsEscape(c) => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    private static string WriteFlow(object value) =>
        value switch
        {
            LocalizedText text => $"{{ vi: {Quote(text.Vi)}, en: {Quote(text.En)} }}",
            IReadOnlyList<string> values => WriteList(values),
            PlainValue plain => plain.Text,
            _ => Quote((string)value),
        };

    private static string WriteBlock(string text, string margin)
    {
        var lines = text.Split('\n');
        return lines.Length > 1 && lines[0].TrimStart() == lines[0] && !text.Any(c => c != '\n' && NeedsEscape(c)) && lines[^1].Length > 0
            ? $"|-{string.Concat(lines.Select(line => line.Length == 0 ? "\n" : $"{margin}    {line}"))}"
            : Quote(text);
    }

    private static bool HasLines(string text) => text.Contains('\n', StringComparison.Ordinal);

    /// <summary>Controls, and the line ends and byte order marks of Unicode, which YAML does not take as ordinary characters.</summary>
    private static bool NeedsEscape(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff';

    private sealed record PlainValue(string Text);
}
