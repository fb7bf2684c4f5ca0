using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Search.Queries;

/// <summary>A word of the question as it is looked up.</summary>
/// <param name="Exact">The exact form of <see cref="WordForms"/>.</param>
/// <param name="Weight">Its weight, 0 to 1; less than 1 for function words and for words that were added to the question.</param>
/// <param name="Adjacent">Whether it follows the word before it in the text.</param>
/// <param name="Added">Whether it comes from the glossary: it adds to a score and is never missed.</param>
internal readonly record struct QueryWord(string Exact, string Loose, double Weight, bool Adjacent = true, bool Added = false);
