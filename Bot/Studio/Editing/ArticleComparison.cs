using PolicyAssistantBot.Knowledge.Content.Editing;
using PolicyAssistantBot.Studio.Pages;
using PolicyAssistantBot.Studio.Store;

namespace PolicyAssistantBot.Studio.Editing;

/// <summary>Compares two texts of an article, part by part and word by word.</summary>
internal static class ArticleComparison
{
    /// <param name="before">Null for a new article.</param>
    public static IReadOnlyList<ChangedPart> Compare(RevisionRow? before, RevisionRow after)
    {
        if (StudioService.Read(after) is not { } now)
        {
            return [new ChangedPart("", WordDiff.Compare(before?.Text ?? "", after.Text))];
        }

        var old = before is null ? null : StudioService.Read(before);
        var parts = ArticleMerge.Describe(now);
        var oldParts = old is null ? new Dictionary<string, string>(StringComparer.Ordinal) : ArticleMerge.Describe(old);
        return
        [
            .. parts
                .Keys.Union(oldParts.Keys, StringComparer.Ordinal)
                .Select(name => (name, Before: oldParts.GetValueOrDefault(name, ""), After: parts.GetValueOrDefault(name, "")))
                .Where(part => part.Before != part.After)
                .Select(part => new ChangedPart(part.name, WordDiff.Compare(part.Before, part.After))),
        ];
    }
}
