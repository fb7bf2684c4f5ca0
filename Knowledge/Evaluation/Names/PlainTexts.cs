using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Language.Masking;

namespace PolicyAssistantBot.Knowledge.Evaluation.Names;

/// <summary>Texts without names of people, from which the training learns what is none.</summary>
internal static class PlainTexts
{
    /// <summary>Leaves out what names somebody, such as an official in an article, and lines that are no sentences.</summary>
    public static List<string> Select(IEnumerable<string> texts, ILookup<string, string> vietnamese)
    {
        var family = vietnamese["family"].Concat(vietnamese["family-word"]).Concat(vietnamese["family-rare"]).ToHashSet();
        var middle = vietnamese["middle-certain"].Concat(vietnamese["middle-strong"]).Concat(vietnamese["middle"]).ToHashSet();
        var distinct = texts
            .Where(text => text.Length is > 1 and < 400 && !text.Contains("{{", StringComparison.Ordinal))
            .Distinct()
            .ToList();
        var names = distinct.SelectMany(text => FindNames(text, family, middle)).ToHashSet(StringComparer.Ordinal);
        var (titles, given) = (vietnamese["title"].ToHashSet(), vietnamese["given"].Select(VietnameseText.Fold).ToHashSet());
        return [.. distinct.Where(text => !ContainsName(text, names) && !ContainsTitle(text, titles, given))];
    }

    /// <summary>A title and a given name with a capital: "chị Thu", "Mrs Loan".</summary>
    private static bool ContainsTitle(string text, HashSet<string> titles, HashSet<string> given)
    {
        var tokens = NameToken.Split(text);
        return Enumerable
            .Range(0, Math.Max(0, tokens.Count - 1))
            .Any(i =>
                tokens[i + 1].Gap == NameGap.Space
                && char.IsUpper(text[tokens[i + 1].Start])
                && titles.Contains(tokens[i].Canonical)
                && given.Contains(tokens[i + 1].Folded)
            );
    }

    /// <summary>Three capitalised words of which the first is a family name and the second a middle name, without marks.</summary>
    private static IEnumerable<string> FindNames(string text, HashSet<string> family, HashSet<string> middle)
    {
        var tokens = NameToken.Split(text);
        for (var i = 0; i + 2 < tokens.Count; i++)
        {
            var isRun = Enumerable.Range(i, 3).All(at => char.IsUpper(text[tokens[at].Start]) && tokens[at].Length > 1);
            if (
                isRun
                && family.Contains(text[tokens[i].Start..tokens[i].End].ToLowerInvariant())
                && middle.Contains(text[tokens[i + 1].Start..tokens[i + 1].End].ToLowerInvariant())
                && tokens[i + 1].Gap == NameGap.Space
                && tokens[i + 2].Gap == NameGap.Space
                && text[tokens[i].Start..tokens[i + 2].End].Any(char.IsLower)
            )
            {
                yield return GetKey(tokens, i);
            }
        }
    }

    private static bool ContainsName(string text, HashSet<string> names)
    {
        var tokens = NameToken.Split(text);
        return Enumerable.Range(0, Math.Max(0, tokens.Count - 2)).Any(i => names.Contains(GetKey(tokens, i)));
    }

    private static string GetKey(List<NameToken> tokens, int first) =>
        $"{tokens[first].Folded} {tokens[first + 1].Folded} {tokens[first + 2].Folded}";
}
