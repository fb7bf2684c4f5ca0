using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Rules;

/// <summary>The meaning of a term or an abbreviation in both languages.</summary>
/// <param name="Form">The spelling in the glossary: <c>DNNVV</c>.</param>
public sealed record Term(string Form, LocalizedText Meaning);

/// <summary>Answers “what does DNNVV mean?” from the glossary that search uses as well.</summary>
public static partial class TermMeanings
{
    private static readonly Lazy<ILookup<string, Term>> Terms = new(() => Read(Path.Combine(YamlData.Folder, "Language", "glossary.tsv")));

    /// <summary>The meanings of a term; several when it is ambiguous, none when it is not in the glossary.</summary>
    public static IReadOnlyList<Term> Find(string term) => [.. Terms.Value[NormalizeKey(term)].DistinctBy(found => found.Meaning)];

    /// <summary>A sentence for each meaning; null when the question does not ask for the meaning of a term of the glossary.</summary>
    public static string? Answer(string question, Lang lang)
    {
        ArgumentNullException.ThrowIfNull(question);
        return ExtractTerm(MeaningQuestionRegex(), question) is { } term ? Describe(term, lang) : null;
    }

    /// <summary>
    /// The term X of a question “X là gì?” (what is X?) when the glossary has it; otherwise null. Such a question can ask for the meaning
    /// of the word or for the subject itself.
    /// </summary>
    public static string? FindTermInQuestion(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return ExtractTerm(WhatIsQuestionRegex(), question) is { } term && Find(term).Count > 0 ? term : null;
    }

    /// <summary>A sentence for each meaning of a term; null when it is not in the glossary.</summary>
    public static string? Describe(string term, Lang lang)
    {
        var meanings = Find(term);
        return meanings.Count == 0 ? null : Describe(meanings, lang);
    }

    /// <summary>A sentence for each meaning.</summary>
    public static string Describe(IEnumerable<Term> meanings, Lang lang) =>
        string.Join(
            '\n',
            meanings.Select(meaning =>
                lang == Lang.En
                    ? $"“{meaning.Form}” means {meaning.Meaning.En} (Vietnamese: {meaning.Meaning.Vi})."
                    : $"“{meaning.Form}” là {meaning.Meaning.Vi} (tiếng Anh: {meaning.Meaning.En})."
            )
        );

    /// <summary>
    /// Reads the tab-separated columns kind (<c>abbr</c> abbreviation, <c>org</c> public body, <c>std</c> standard), forms, Vietnamese
    /// meanings and English meanings; lists are separated by <c>|</c>. Empty when the file is missing.
    /// </summary>
    internal static ILookup<string, Term> Read(string path) =>
        (File.Exists(path) ? File.ReadLines(path) : [])
            .Select(line => line.Split('\t'))
            .Where(cells => cells is ["abbr" or "org" or "std", _, { Length: > 0 }, { Length: > 0 }, ..])
            .SelectMany(cells =>
                cells[1]
                    .Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(form =>
                        (Key: NormalizeKey(form), Term: new Term(form, new LocalizedText(JoinMeanings(cells[2]), JoinMeanings(cells[3]))))
                    )
            )
            .ToLookup(pair => pair.Key, pair => pair.Term);

    private static string? ExtractTerm(Regex pattern, string question) =>
        pattern.Match(question.Trim()) is { Success: true } match ? match.Groups["term"].Value.Trim(' ', '"', '“', '”', '\'') : null;

    private static string JoinMeanings(string meanings) => string.Join(", ", meanings.Split('|', StringSplitOptions.TrimEntries));

    private static string NormalizeKey(string text) => VietnameseText.Fold(text).Replace(".", "", StringComparison.Ordinal).Trim();

    [GeneratedRegex(
        @"^(?:what (?:does|do) (?<term>.+?) (?:mean|stand for)|what is the meaning of (?<term>.+?)|(?<term>.+?) (?:nghĩa|nghia) "
            + @"(?:là|la) (?:gì|gi)|(?<term>.+?) (?:là|la) (?:viết|viet) (?:tắt|tat) (?:của|cua) .*|(?<term>.+?) (?:viết tắt|viet "
            + @"tat)(?: là| la| của| cua)* (?:gì|gi|từ gì|tu gi))[\s?.!]*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex MeaningQuestionRegex();

    [GeneratedRegex(
        @"^(?:what(?:'s| is| are)(?: an?| the)? (?<term>.+?)|(?<term>.+?) (?:là|la) (?:gì|gi|j)(?: vậy| vay| thế| the| ạ| a)?)[\s?.!]*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex WhatIsQuestionRegex();
}
