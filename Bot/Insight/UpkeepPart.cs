using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Upkeep;

namespace PolicyAssistantBot.Insight;

/// <summary>The part of the weekly mail about the articles: how many need an editor, and which are the most urgent.</summary>
/// <param name="More">Where all of them are listed; null when the public address is not configured.</param>
internal sealed record UpkeepPart(string Heading, IReadOnlyList<string> Lines, string? More)
{
    private const int MostUrgent = 10;

    public static UpkeepPart Of(DueList due, Lang lang, Uri? page)
    {
        ArgumentNullException.ThrowIfNull(due);
        var counts = Enum.GetValues<DueKind>()
            .Select(kind =>
                InsightTexts.UpkeepCount.With(lang, DueTexts.GetTitle(kind)[lang], LocalFormat.Number(due.Of(kind).Count, lang))
            );
        var urgent = due
            .Items.Where(item => item.Kind is DueKind.Ended or DueKind.Ends or DueKind.Changed)
            .Take(MostUrgent)
            .Select(item => InsightTexts.UpkeepLine.With(lang, item.Article.Title[lang], item.Article.Key, item.Reason[lang]));
        return new UpkeepPart(
            InsightTexts.UpkeepHeading.With(lang, LocalFormat.Number(due.Days, lang)),
            [.. counts, .. urgent],
            page is null ? null : InsightTexts.UpkeepMore.With(lang, page)
        );
    }
}
