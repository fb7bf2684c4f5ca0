using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Search.Queries;

/// <summary>A word of the question, prepared for lookup.</summary>
/// <param name="Exact">The exact form, see <see cref="WordForms"/>.</param>
/// <param name="Weight">The weight, 0 to 1; less than 1 for function words and for words that the question does not contain itself.</param>
/// <param name="FollowsPrevious">Whether the word directly follows the word before it in the text.</param>
/// <param name="FromGlossary">
/// Whether the word was added by the glossary. Such a word can raise a score, but a passage without it loses nothing.
/// </param>
internal readonly record struct QueryWord(
    string Exact,
    string Loose,
    double Weight,
    bool FollowsPrevious = true,
    bool FromGlossary = false
);
