namespace PolicyAssistantBot.Knowledge.Content.Gaps;

/// <summary>Reads the fields <c>filing</c> and <c>unknown</c> of an article's front matter.</summary>
internal static class FilingReader
{
    private const string None = "none";

    private static readonly (FilingFact Fact, string Field)[] Fields =
    [
        (FilingFact.Where, "where"),
        (FilingFact.Form, "form"),
        (FilingFact.Deadline, "deadline"),
        (FilingFact.Decides, "decides"),
        (FilingFact.Contact, "contact"),
    ];

    /// <summary>The field of a fact.</summary>
    public static string NameOf(FilingFact fact) => Array.Find(Fields, field => field.Fact == fact).Field;

    public static Filing? ReadFiling(YamlReader frontMatter)
    {
        if (frontMatter.ReadOptionalMap("filing") is not { } map)
        {
            if (frontMatter.ReadOptional("filing") is not { } word)
            {
                return null;
            }

            if (word != None)
            {
                frontMatter.Report("filing", "“filing” là một nhóm trường hoặc “none”.", "“filing” is a group of fields or “none”.");
            }

            return new Filing([], null, IsNone: true);
        }

        map.ReportUnknownFields(["as", .. Fields.Select(field => field.Field)]);
        return new Filing(
            [.. from field in Fields let text = ReadText(map, field.Field) where text is not null select new FilingLine(field.Fact, text)],
            map.ReadOptional("as"),
            IsNone: false
        );
    }

    public static KnowledgeGap? ReadGap(YamlReader frontMatter)
    {
        if (frontMatter.ReadOptionalMap("unknown") is not { } map)
        {
            return null;
        }

        map.ReportUnknownFields("facts", "about", "ask");
        var facts = new List<FilingFact>();
        foreach (var word in map.ReadList("facts"))
        {
            if (Fields.FirstOrDefault(field => field.Field == word) is { Field: not null } field)
            {
                facts.Add(field.Fact);
            }
            else
            {
                map.Report(
                    "facts",
                    $"Không có “{word}”; chỉ có where, form, deadline, decides, contact.",
                    $"There is no “{word}”; only where, form, deadline, decides, contact."
                );
            }
        }

        return new KnowledgeGap([.. facts.Distinct().Order()], ReadText(map, "about"), map.ReadRequired("ask"));
    }

    private static LocalizedText? ReadText(YamlReader map, string field)
    {
        if (map.ReadOptionalMap(field) is not { } text)
        {
            return null;
        }

        text.ReportUnknownFields("vi", "en");
        return new LocalizedText(text.ReadRequired("vi"), text.ReadRequired("en"));
    }
}
