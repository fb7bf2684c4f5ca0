using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Requests.Settings;

/// <summary>A text that officials start a reply from. Fields in braces are filled in from the case.</summary>
public sealed record ReplyTemplate(string Key, LocalizedText Name, LocalizedText Text)
{
    /// <summary>Whether it only says that the request has arrived, so that the case stays open.</summary>
    public bool IsAcknowledgement { get; init; }
}

/// <summary>Reply templates, and the bodies that cases are often forwarded to.</summary>
public sealed record ReplyTemplates(IReadOnlyList<ReplyTemplate> Templates, IReadOnlyList<LocalizedText> Authorities)
{
    /// <summary>Papers that officials often ask for.</summary>
    public IReadOnlyList<LocalizedText> Papers { get; init; } = [];

    /// <summary>The fields that a template may name.</summary>
    public static readonly IReadOnlyList<string> Fields = ["case", "enterprise", "contact", "ward", "unit", "official", "due"];

    /// <summary>Reads the document. When a problem is added, the result must not be used.</summary>
    internal static ReplyTemplates Read(string text, string name, List<Problem> problems)
    {
        if (YamlReader.Parse(text, name, problems) is not { } root)
        {
            return new ReplyTemplates([], []);
        }

        root.ReportUnknownFields("templates", "bodies", "papers");
        var templates = root.ReadMaps("templates").Select(ReadTemplate).ToList();
        foreach (var duplicate in templates.CountBy(template => template.Key).Where(count => count.Value > 1))
        {
            root.Report("templates", $"Mẫu “{duplicate.Key}” có hai lần.", $"The template “{duplicate.Key}” is given twice.");
        }

        return new ReplyTemplates(templates, ReadTexts(root, "bodies")) { Papers = root.Has("papers") ? ReadTexts(root, "papers") : [] };
    }

    /// <summary>Fills in the fields of a text; a field without a value is left as it is, for the official to see.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string?> values) =>
        Fields.Aggregate(
            text,
            (filled, field) =>
                values.GetValueOrDefault(field) is { Length: > 0 } value
                    ? filled.Replace($"{{{field}}}", value, StringComparison.Ordinal)
                    : filled
        );

    private static IReadOnlyList<LocalizedText> ReadTexts(YamlReader root, string list) =>
        [.. root.ReadMaps(list).Select(text => new LocalizedText(text.ReadRequired("vi"), text.ReadRequired("en")))];

    private static ReplyTemplate ReadTemplate(YamlReader template)
    {
        template.ReportUnknownFields("key", "name", "text", "acknowledgement");
        var (name, text) = (template.ReadMap("name"), template.ReadMap("text"));
        var parsedTemplate = new ReplyTemplate(
            template.ReadRequired("key"),
            new LocalizedText(name.ReadRequired("vi"), name.ReadRequired("en")),
            new LocalizedText(text.ReadRequired("vi"), text.ReadRequired("en"))
        )
        {
            IsAcknowledgement = ReadFlag(template, "acknowledgement"),
        };
        foreach (
            var unknown in new[] { parsedTemplate.Text.Vi, parsedTemplate.Text.En }
                .SelectMany(FindUnknownFields)
                .Distinct(StringComparer.Ordinal)
        )
        {
            template.Report("text", $"Không có trường {{{unknown}}}.", $"There is no field {{{unknown}}}.");
        }

        return parsedTemplate;
    }

    private static bool ReadFlag(YamlReader template, string field)
    {
        var value = template.ReadOptional(field);
        if (value is not (null or "true" or "false"))
        {
            template.Report(field, $"“{field}” là true hoặc false.", $"“{field}” is true or false.");
        }

        return value == "true";
    }

    /// <summary>The names in braces that are not fields.</summary>
    internal static IEnumerable<string> FindUnknownFields(string text) => FindFields(text).Where(field => !Fields.Contains(field));

    private static IEnumerable<string> FindFields(string text)
    {
        for (var openBrace = text.IndexOf('{', StringComparison.Ordinal); openBrace >= 0; openBrace = text.IndexOf('{', openBrace + 1))
        {
            if (text.IndexOf('}', openBrace) is > 0 and var closeBrace)
            {
                yield return text[(openBrace + 1)..closeBrace];
            }
        }
    }
}
