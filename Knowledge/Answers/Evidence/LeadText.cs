using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Answers.Evidence;

/// <summary>
/// Words the statements of one section so that they can be read without it: a sentence with the sentences that it leans on, items and rows
/// under the sentence or heading that introduces them, steps only as a whole.
/// </summary>
internal static class LeadText
{
    private const int MaxStatements = 3;

    /// <param name="units">The article's statements in their order.</param>
    /// <param name="ranked">Statements of one section that answer, the best first.</param>
    public static string Write(IReadOnlyList<EvidenceUnit> units, IReadOnlyList<EvidenceUnit> ranked, Section section, AskerFacts known)
    {
        var best = ranked[0];
        var isList = units.Any(unit => unit.SectionId == section.Id && unit.IsItem);
        if (best.IsStep || (!best.IsItem && isList && !IsMistake(section)))
        {
            // What introduces a list is nothing without it, and a step nothing without the others.
            return FormatSection(section);
        }

        if (best.IsItem)
        {
            var items = FitToSize([.. ranked.Where(unit => unit.IsItem && unit.Introduction == best.Introduction)], known);
            var shown = items.Take(MaxStatements).ToHashSet();
            var lines = units.Where(shown.Contains).Select(unit => $"- {unit.Markdown}");
            return $"{best.Introduction ?? $"**{section.Heading}**"}\n\n{string.Join('\n', lines)}";
        }

        var quoted = ranked.Take(MaxStatements).ToHashSet();
        var text = new List<string>();
        var isComplete = true;
        for (var i = 0; i < units.Count; i++)
        {
            if (quoted.Contains(units[i]))
            {
                var first = FindStart(units, i, quoted);
                isComplete &= !Anaphora.LeansOnPrevious(units[first].Markdown);
                while (IsCutOff(units[i]) && i + 1 < units.Count && IsSameParagraph(units[i], units[i + 1]))
                {
                    i++;
                }

                text.AddRange(units.Skip(first).Take(i - first + 1).Select(unit => unit.Markdown).Where(sentence => !IsCaveat(sentence)));
            }
        }

        // A paragraph that leans on what precedes it is told with the heading, which names its subject.
        var joined = string.Join(' ', text);
        return isComplete ? joined : $"**{section.Heading}**\n\n{joined}";
    }

    public static string FormatSection(Section section) => $"**{section.Heading}**\n\n{section.Markdown}";

    /// <summary>The caveat after a sentence, or below a list.</summary>
    public static string AppendCaveat(string text, Lang lang) =>
        $"{text}{(text.Contains('\n', StringComparison.Ordinal) ? "\n\n" : " ")}{ConfidenceText.Caveat[lang]}";

    /// <summary>The caveat is told once, at the end, wherever it stands in the section.</summary>
    public static bool IsCaveat(string sentence) => sentence == ConfidenceText.Caveat.Vi || sentence == ConfidenceText.Caveat.En;

    public static bool IsMistake(Section section) => Aspects.GetSections(Aspect.Mistakes).Contains(section.Id);

    /// <summary>The first of the sentences of the same paragraph that this one leans on or continues and that are not quoted
    /// anyway.</summary>
    private static int FindStart(IReadOnlyList<EvidenceUnit> units, int index, HashSet<EvidenceUnit> quoted)
    {
        while (
            index > 0
            && units[index - 1] is var previous
            && IsSameParagraph(previous, units[index])
            && !quoted.Contains(previous)
            && (IsCutOff(previous) || IsCaveat(units[index].Markdown) || Anaphora.LeansOnPrevious(units[index].Markdown))
        )
        {
            index--;
        }

        return index;
    }

    /// <summary>A part of a sentence that ends at a semicolon.</summary>
    private static bool IsCutOff(EvidenceUnit unit) => unit.Markdown.EndsWith(';');

    private static bool IsSameParagraph(EvidenceUnit one, EvidenceUnit other) =>
        one.SectionId == other.SectionId && one.Line == other.Line && !one.IsItem && !other.IsItem;

    /// <summary>Of rows that each tell another size class, those of the known one.</summary>
    private static List<EvidenceUnit> FitToSize(List<EvidenceUnit> items, AskerFacts known)
    {
        if (known.SizeClass is not { } size || !AnswerTexts.Sizes.TryGetValue(size, out var name))
        {
            return items;
        }

        var own = items.FindAll(item => NamesSize(item, name));
        return own.Count > 0 ? own : items;

        static bool NamesSize(EvidenceUnit item, LocalizedText name) =>
            item.Markdown.StartsWith(name.Vi, StringComparison.OrdinalIgnoreCase)
            || item.Markdown.StartsWith(name.En, StringComparison.OrdinalIgnoreCase);
    }
}
