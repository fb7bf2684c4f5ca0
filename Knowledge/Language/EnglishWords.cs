using System.Collections.Frozen;

namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>Frequent English words that tell the language of a question.</summary>
internal static class EnglishWords
{
    public static readonly FrozenSet<string> Common = (
        "a about after all also am an and any are as at be because been before being between but by can company could did do does doing "
        + "each enterprise for from get had has have how i if in into is it its just like loan long many may me more most much must my need no not of on "
        + "one only or other our out over own please register should so some such support tax than that their them then there these they this "
        + "those through to under up us very want was we were what when where which while who why will with without would you your yes hello hi thanks thank help")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
