using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;

namespace PolicyAssistantBot.Knowledge.Understanding.Acts;

/// <summary>Which language a message wants that resembles a wish for one: the one that it names, not the one it resembles.</summary>
internal static class LanguageTarget
{
    private const string Vietnamese = "vietnamese";
    private const string English = "english";

    /// <param name="learnt">What the classifier found, such as <c>english</c> or <c>repeatInEnglish</c>.</param>
    /// <returns>Null where the message names no language: "viết hộ em" (write for me) is no wish for Vietnamese.</returns>
    public static string? Find(ActPolicy policy, string text, string? learnt)
    {
        var words = $" {VietnameseText.FoldWords(text)} ";
        var (isVietnamese, isEnglish) = (Names(policy.VietnameseNames), Names(policy.EnglishNames));
        if (learnt is null || (!isVietnamese && !isEnglish))
        {
            return null;
        }

        var wanted =
            isVietnamese && !isEnglish ? Vietnamese
            : isEnglish && !isVietnamese ? English
            : IsTowards(policy.EnglishNames) && !IsTowards(policy.VietnameseNames) ? English
            : IsTowards(policy.VietnameseNames) && !IsTowards(policy.EnglishNames) ? Vietnamese
            : null;
        return wanted is null ? learnt
            : learnt.EndsWith(Vietnamese, StringComparison.OrdinalIgnoreCase) && wanted == English ? Replace(Vietnamese, English)
            : learnt.EndsWith(English, StringComparison.OrdinalIgnoreCase) && wanted == Vietnamese ? Replace(English, Vietnamese)
            : learnt;

        bool Names(IReadOnlyList<string> names) => names.Any(name => words.Contains($" {name} ", StringComparison.Ordinal));

        bool IsTowards(IReadOnlyList<string> names) =>
            policy.WordsBeforeLanguage.Any(word => names.Any(name => words.Contains($" {word} {name} ", StringComparison.Ordinal)));

        string Replace(string from, string to) => learnt.Replace(from, to, StringComparison.OrdinalIgnoreCase);
    }
}
