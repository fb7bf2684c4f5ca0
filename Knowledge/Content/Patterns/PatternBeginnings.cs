namespace PolicyAssistantBot.Knowledge.Content.Patterns;

/// <summary>
/// Finds the literal texts by which matches of patterns can begin, so that most texts are refused without running the pattern.
/// </summary>
internal static class PatternBeginnings
{
    /// <summary>A shorter alternative of a group is lengthened by what follows the group, because it occurs in most texts.</summary>
    private const int ShortLength = 4;

    /// <summary>One of these texts is contained in every match; null when a pattern can begin with anything.</summary>
    public static string[]? Find(IEnumerable<string> patterns)
    {
        var beginnings = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pattern in patterns)
        {
            if (!Add(pattern, beginnings))
            {
                return null;
            }
        }

        return [.. beginnings];
    }

    private static bool Add(string pattern, HashSet<string> beginnings)
    {
        if (SplitAlternatives(pattern) is not { } alternatives)
        {
            return false;
        }

        foreach (var alternative in alternatives)
        {
            if (alternative.StartsWith('('))
            {
                var end = FindEnd(alternative);
                var isOptional = end + 1 < alternative.Length && alternative[end + 1] is '?' or '*' or '{';
                // Of a group that is left out the rest begins.
                if (
                    end < 0
                    || alternative.StartsWith("(?", StringComparison.Ordinal)
                    || !AddGroup(alternative[1..end], alternative[(end + 1)..], beginnings)
                    || (isOptional && !Add(alternative[(end + 2)..], beginnings))
                )
                {
                    return false;
                }
            }
            else if (!AddLiteral(alternative, "", beginnings))
            {
                return false;
            }
        }

        return true;
    }

    /// <param name="rest">What follows the group.</param>
    private static bool AddGroup(string group, string rest, HashSet<string> beginnings) =>
        SplitAlternatives(group) is { } alternatives
        && alternatives.TrueForAll(alternative =>
            alternative.StartsWith('(') ? Add(alternative, beginnings) : AddLiteral(alternative, rest, beginnings)
        );

    private static bool AddLiteral(string pattern, string rest, HashSet<string> beginnings)
    {
        var length = 0;
        while (length < pattern.Length && (char.IsAsciiLetterOrDigit(pattern[length]) || pattern[length] == ' '))
        {
            length++;
        }

        var literal = pattern[..length];
        if (length < pattern.Length)
        {
            if (pattern[length] is not ('?' or '*' or '{' or '+' or '(' or '[' or '\\' or '.' or '$'))
            {
                return false;
            }

            // A quantifier makes the last character optional.
            literal = pattern[length] is '?' or '*' or '{' && length > 0 ? literal[..^1] : literal;
        }
        else if (literal.Length < ShortLength)
        {
            var more = rest.TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c == ' ').ToArray();
            var isQuantified = more.Length < rest.Length && rest[more.Length] is '?' or '*' or '{';
            literal += new string(isQuantified && more.Length > 0 ? more[..^1] : more);
        }

        if (literal.Length == 0)
        {
            return false;
        }

        beginnings.Add(literal);
        return true;
    }

    /// <summary>The parts between the bars outside of groups; null when brackets do not match.</summary>
    private static List<string>? SplitAlternatives(string pattern)
    {
        List<string> parts = [];
        var (depth, start) = (0, 0);
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '(':
                    depth++;
                    break;
                case ')':
                    depth--;
                    break;
                case '|' when depth == 0:
                    parts.Add(pattern[start..i]);
                    start = i + 1;
                    break;
                default:
                    break;
            }
        }

        parts.Add(pattern[start..]);
        return depth == 0 ? parts : null;
    }

    /// <returns>The place of the bracket that closes the first one; negative when there is none.</returns>
    private static int FindEnd(string pattern)
    {
        var depth = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
            {
                i++;
            }
            else if (pattern[i] == '(')
            {
                depth++;
            }
            else if (pattern[i] == ')' && --depth == 0)
            {
                return i;
            }
        }

        return -1;
    }
}
