using System.Text;

namespace PolicyAssistantBot.Knowledge.Language.Masking;

/// <summary>
/// Finds names of people by the way Vietnamese names are made: a family name of a closed list, up to three middle names, a given name; or,
/// after a title or words that introduce somebody, a given name alone. In lower case, and without marks, every part has to be listed.
/// </summary>
internal static class PersonNames
{
    private const int MaxWords = 5;
    private const int MaxPhrase = 4;

    private static NameLists Lists => NameLists.Default;

    /// <summary>Replaces each name.</summary>
    public static string Replace(string text, string placeholder)
    {
        var tokens = NameToken.Split(text);
        var result = new StringBuilder(text.Length);
        var copied = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (CountOrdinary(tokens, i) is > 0 and var ordinary)
            {
                i += ordinary - 1;
            }
            else if (FindLength(tokens, i) is > 0 and var length)
            {
                result.Append(text, copied, tokens[i].Start - copied).Append(placeholder);
                i += length - 1;
                copied = tokens[i].End;
            }
        }

        return copied == 0 ? text : result.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>The number of words from here on that are no name although they look like one.</summary>
    private static int CountOrdinary(List<NameToken> tokens, int first) =>
        Lists.Ordinary.ContainsPhrase(tokens, first, 3) ? 3
        : Lists.Ordinary.ContainsPhrase(tokens, first, 2) ? 2
        : 0;

    /// <summary>The number of words of the name that begins here; 0 when none does.</summary>
    private static int FindLength(List<NameToken> tokens, int first)
    {
        if (IsLead(tokens, first))
        {
            return 0;
        }

        var context = FindContext(tokens, first);
        var length = tokens[first].IsCapital ? FindCapitalised(tokens, first, context) : 0;
        return Math.Max(length, Math.Max(FindListed(tokens, first, context), FindAfter(context, tokens, first)));
    }

    /// <summary>A name with capitals: one with a family name, two given names, or the family name last as in English.</summary>
    private static int FindCapitalised(List<NameToken> tokens, int first, NameContext context)
    {
        var run = CountCapitalised(tokens, first);
        var full = FindFullName(tokens, first, run);
        return full > 0 || run < 2 || IsAfterLead(tokens, first) ? full : FindPair(tokens, first, run, context);
    }

    private static int FindFullName(List<NameToken> tokens, int first, int run)
    {
        var isFrequent = IsFamily(tokens[first]);
        if (run < 3 || !(isFrequent || Lists.FamilyRare.Contains(tokens[first])))
        {
            return 0;
        }

        // In a text of capitals alone, and after a rare family name, capitals say nothing.
        var areListed = IsPart(tokens[first + 1]) && IsPart(tokens[first + 2]);
        if ((!isFrequent || tokens[first].IsShouted) && !areListed)
        {
            return 0;
        }

        var length = 3;
        while (length < Math.Min(run, MaxWords) && IsPart(tokens[first + length]))
        {
            length++;
        }

        return length;
    }

    private static int FindPair(List<NameToken> tokens, int first, int run, NameContext context)
    {
        var (one, two) = (tokens[first], tokens[first + 1]);
        var isGiven = Lists.Given.Contains(two);
        if (IsFamily(one) && (isGiven || context >= NameContext.Role) && run == 2)
        {
            return 2;
        }

        if (
            one.IsShouted || (tokens[first].Gap == NameGap.Space && first > 0 && tokens[first - 1].IsCapital && context == NameContext.None)
        )
        {
            return 0; // Inside a longer run of capitals, which is a title or an organisation.
        }

        var length = Lists.Part.Contains(one) && isGiven ? 2 : 0;
        while (length > 0 && length < Math.Min(run, MaxWords) && Lists.Given.Contains(tokens[first + length]))
        {
            length++;
        }

        var isFamilyLast = IsPart(one) && run <= 3 && IsFamily(tokens[first + run - 1]) && IsPart(tokens[first + run - 2]);
        return isFamilyLast ? run
            : length == run ? length
            : 0;
    }

    /// <summary>A name whose parts are all listed, in any case of letters.</summary>
    private static int FindListed(List<NameToken> tokens, int first, NameContext context)
    {
        var family = tokens[first];
        var isMarkedFamily = Lists.Family.ContainsExactly(family);
        if (!isMarkedFamily && !(Lists.FamilyUnmarked.Contains(family) && !family.HasMarks))
        {
            return 0;
        }

        var count = 0;
        while (count < MaxWords - 1 && IsNext(tokens, first + count + 1) && IsPart(tokens[first + count + 1]))
        {
            count++;
        }

        while (count > 0 && !Lists.Given.Contains(tokens[first + count]))
        {
            count--;
        }

        var isPlain = family.HasMarks && Lists.FamilyPlain.ContainsExactly(family);
        if (count == 0 || HasOrdinaryPair(tokens, first, isPlain ? 2 : count + 2))
        {
            return 0;
        }

        var isAnnounced = context >= NameContext.UnmarkedTitle;
        var isCertain =
            count == 1
                ? isPlain || IsUnusualPair(family, tokens[first + 1])
                : GetMiddle(family).Contains(tokens[first + 1]) || IsUnusualTriple(tokens, first, count);
        return isAnnounced || isCertain ? count + 1 : 0;
    }

    /// <summary>"lê hương": with their marks neither is usual as another word.</summary>
    private static bool IsUnusualPair(NameToken family, NameToken given) =>
        family.HasMarks && Lists.FamilyNotAWord.ContainsExactly(family) && Lists.GivenStrong.ContainsExactly(given);

    /// <summary>"tran minh hung": a family name, a frequent middle name and a given name that is seldom another word.</summary>
    private static bool IsUnusualTriple(List<NameToken> tokens, int first, int count) =>
        Lists.MiddleStrong.Contains(tokens[first + 1]) && Lists.GivenStrong.Contains(tokens[first + count]);

    /// <summary>The middle names after which a family name in lower case is one: the less certain it is, the fewer.</summary>
    private static NameWords GetMiddle(NameToken family) =>
        Lists.FamilyPlain.Contains(family) || (family.HasMarks && Lists.FamilyNotAWord.ContainsExactly(family))
            ? family.HasMarks
                ? Lists.Middle
                : Lists.MiddleStrong
            : Lists.MiddleCertain;

    /// <summary>A name that the words before it announce.</summary>
    private static int FindAfter(NameContext context, List<NameToken> tokens, int first)
    {
        var token = tokens[first];
        if (context == NameContext.None)
        {
            return token.IsCapital && Lists.Given.Contains(token) && (IsCalled(tokens, first) || IsSignature(tokens, first)) ? 1 : 0;
        }

        if (token.IsCapital)
        {
            var run = CountCapitalised(tokens, first);
            var listed = CountListed(tokens, first, run);
            return context switch
            {
                NameContext.Introduction or NameContext.Title => run,
                NameContext.Role => run >= 2 || listed == run ? run : 0,
                NameContext.UnmarkedTitle => listed,
                _ => listed == run && !IsAfterLead(tokens, first) ? run : 0,
            };
        }

        if (context == NameContext.Introduction)
        {
            return CountListed(tokens, first, MaxPhrase);
        }

        return context == NameContext.Title && Lists.GivenStrong.ContainsExactly(token) && !Lists.Ordinary.ContainsPhrase(tokens, first, 2)
            ? 1
            : 0;
    }

    /// <summary>"Lan ơi".</summary>
    private static bool IsCalled(List<NameToken> tokens, int first) => IsNext(tokens, first + 1) && tokens[first + 1].Folded == "oi";

    /// <summary>A single capitalised word that ends the text after a sign: "Cảm ơn, Hằng".</summary>
    private static bool IsSignature(List<NameToken> tokens, int first) =>
        first > 0 && first == tokens.Count - 1 && tokens[first].Gap == NameGap.Other && Lists.GivenStrong.ContainsExactly(tokens[first]);

    private static NameContext FindContext(List<NameToken> tokens, int first)
    {
        if (first == 0 || tokens[first].Gap == NameGap.Other)
        {
            return NameContext.None;
        }

        for (var count = Math.Min(MaxPhrase, first); count > 0; count--)
        {
            var start = first - count;
            var found =
                Lists.Introduction.ContainsPhrase(tokens, start, count) ? NameContext.Introduction
                : count == 1 && Lists.Title.ContainsExactly(tokens[start]) ? NameContext.Title
                : Lists.Role.ContainsPhrase(tokens, start, count) ? NameContext.Role
                : count == 1 && Lists.TitleUnmarked.ContainsExactly(tokens[start]) ? NameContext.UnmarkedTitle
                : Lists.Mention.ContainsPhrase(tokens, start, count) ? NameContext.Mention
                : NameContext.None;
            if (found != NameContext.None)
            {
                return found;
            }
        }

        return NameContext.None;
    }

    /// <summary>Whether the run of capitals is the name of a street, a place or an organisation, as the words before it tell.</summary>
    private static bool IsAfterLead(List<NameToken> tokens, int first)
    {
        var start = first;
        while (start > 0 && tokens[start].Gap == NameGap.Space && tokens[start - 1].IsCapital)
        {
            start--;
        }

        return tokens[start].Gap == NameGap.Space && (HasLead(tokens, start, 1) || HasLead(tokens, start, 2) || HasLead(tokens, start, 3))
            || Enumerable.Range(start, first - start).Any(i => IsLead(tokens, i));
    }

    private static bool HasLead(List<NameToken> tokens, int end, int count) => Lists.Lead.ContainsPhrase(tokens, end - count, count);

    private static bool IsLead(List<NameToken> tokens, int first) =>
        Enumerable.Range(1, 3).Any(count => Lists.Lead.ContainsPhrase(tokens, first, count));

    private static bool HasOrdinaryPair(List<NameToken> tokens, int first, int count) =>
        Enumerable.Range(first, count - 1).Any(i => Lists.Ordinary.ContainsPhrase(tokens, i, 2));

    private static bool IsFamily(NameToken token) =>
        Lists.Family.ContainsExactly(token) || (!token.HasMarks && Lists.FamilyUnmarked.Contains(token));

    private static bool IsPart(NameToken token) => Lists.Part.Contains(token) || token.End - token.Start == 1;

    private static bool IsNext(List<NameToken> tokens, int index) => index < tokens.Count && tokens[index].Gap == NameGap.Space;

    private static int CountCapitalised(List<NameToken> tokens, int first)
    {
        var count = 1;
        while (count < MaxWords && IsNext(tokens, first + count) && tokens[first + count].IsCapital && !IsLead(tokens, first + count))
        {
            count++;
        }

        return count;
    }

    /// <summary>How many words from here on can be parts of a name.</summary>
    private static int CountListed(List<NameToken> tokens, int first, int most)
    {
        var count = 0;
        while (
            count < most
            && (count == 0 || IsNext(tokens, first + count))
            && first + count < tokens.Count
            && (Lists.Part.Contains(tokens[first + count]) || IsFamily(tokens[first + count]))
        )
        {
            count++;
        }

        return count;
    }
}
