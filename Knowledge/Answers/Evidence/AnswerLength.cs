using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Answers.Evidence;

/// <summary>How much of an article is shown at first, and what of it gives way to the statements that answer the question.</summary>
internal static class AnswerLength
{
    /// <summary>The most words that are shown at first. Vietnamese writes a word as one or more syllables with spaces between, so its bound
    /// counts those.</summary>
    public static int GetMaxWords(Lang lang) => lang == Lang.En ? 90 : 120;

    /// <summary>The same for the short answer and what leads it: the one is not dropped for the other where both are still short.</summary>
    private static int GetMaxWordsWithLead(Lang lang) => lang == Lang.En ? 115 : 155;

    /// <summary>What each further part of a question may add.</summary>
    private static int GetMaxWordsOfPart(Lang lang) => lang == Lang.En ? 70 : 95;

    /// <summary>What leads the answer, and what is shown besides: each part of a question gets its statement.</summary>
    public static (IReadOnlyList<string> Leads, List<Section> Shown) ChooseLeads(
        IReadOnlyList<LeadingText?> leading,
        List<Section> shown,
        bool hasAskedGap,
        Lang lang
    )
    {
        var leads = leading.OfType<LeadingText>().ToList();
        if (leads.Count == 0)
        {
            return ([], shown);
        }

        var first = shown.Take(1).ToList();
        var room = GetMaxWordsWithLead(lang) + ((leading.Count - 1) * GetMaxWordsOfPart(lang));
        var fits = first.Sum(section => CountWords(section.Markdown)) + leads.Sum(lead => CountWords(lead.Text)) <= room;
        if (!fits && leading.Count == 1 && (!leads[0].CanReplace || hasAskedGap))
        {
            return ([], shown);
        }

        var keepsShort = fits || hasAskedGap || leading.Count > 1;
        return (leads.ConvertAll(lead => lead.NeedsCaveat ? LeadText.AppendCaveat(lead.Text, lang) : lead.Text), keepsShort ? first : []);
    }

    public static int CountWords(string markdown) =>
        markdown.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));
}
