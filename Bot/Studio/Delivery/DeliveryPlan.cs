using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Editing;
using PolicyAssistantBot.Studio.Store;

namespace PolicyAssistantBot.Studio.Delivery;

/// <summary>A delivered article that was changed both here and in the delivery.</summary>
/// <param name="Live">The published text, which stays.</param>
/// <param name="Before">As it was delivered before; null when this key was not.</param>
internal sealed record EditedArticle(PreparedFile Delivered, SetMember Live, string? Before);

/// <summary>What becomes of the articles of a new version of the program, beside those that are live here.</summary>
/// <param name="Adopted">New ones, and those that nobody changed here.</param>
/// <param name="Removed">Keys that the version no longer has and nobody changed here.</param>
/// <param name="Edited">Changed here and in the version: a person merges them.</param>
/// <param name="Kept">Keys that stay as they are: archived here, or gone from the version but changed here.</param>
internal sealed record DeliveryPlan(
    IReadOnlyList<PreparedFile> Adopted,
    IReadOnlyList<string> Removed,
    IReadOnlyList<EditedArticle> Edited,
    IReadOnlyList<string> Kept
)
{
    /// <param name="before">The digests of the last delivery, by key; empty before the first.</param>
    /// <param name="live">The articles of the live set.</param>
    /// <param name="known">Every key that ever was an article here.</param>
    public static DeliveryPlan Create(
        IReadOnlyList<PreparedFile> delivered,
        IReadOnlyDictionary<string, string> before,
        IReadOnlyList<SetMember> live,
        IReadOnlySet<string> known
    )
    {
        var liveByKey = live.ToDictionary(member => member.Key, StringComparer.Ordinal);
        var adopted = new List<PreparedFile>();
        var edited = new List<EditedArticle>();
        var kept = new List<string>();
        foreach (var file in delivered)
        {
            var last = before.GetValueOrDefault(file.Key);
            if (liveByKey.GetValueOrDefault(file.Key) is not { } member)
            {
                if (known.Contains(file.Key))
                {
                    kept.Add(file.Key);
                }
                else
                {
                    adopted.Add(file);
                }
            }
            else if (file.Digest == member.Digest || file.Digest == last)
            {
                continue;
            }
            else if (member.Digest == last)
            {
                adopted.Add(file);
            }
            else
            {
                edited.Add(new EditedArticle(file, member, last));
            }
        }

        var gone = live.Where(member => before.ContainsKey(member.Key))
            .ExceptBy(delivered.Select(file => file.Key), member => member.Key, StringComparer.Ordinal)
            .ToLookup(member => before[member.Key] == member.Digest, member => member.Key);
        return new DeliveryPlan(adopted, [.. gone[true]], edited, [.. kept, .. gone[false]]);
    }

    /// <summary>The text that a person goes on with: both changes, and where they meet the one made here.</summary>
    /// <param name="before">The text delivered before; null when there was none.</param>
    /// <returns>The merged text and the names of what both changed.</returns>
    public static (string Text, IReadOnlyList<string> Conflicts) Merge(string? before, ArticleFile live, ArticleFile delivered)
    {
        if (
            Read(live.Path, live.Text) is not { } mine
            || Read(delivered.Path, delivered.Text) is not { } theirs
            || live.Path != delivered.Path
        )
        {
            return (delivered.Text, []);
        }

        var origin = before is null ? null : Read(live.Path, before);
        var merged = ArticleMerge.Merge(origin ?? theirs, mine, theirs);
        return (ArticleWriter.Change(live.Text, merged.Article), [.. merged.Conflicts.Select(conflict => conflict.Name)]);
    }

    private static Article? Read(string path, string text) =>
        ArticleWriter.ReadForEditing(path, text) is ArticleReadResult.Valid { Article: var article } ? article : null;
}
