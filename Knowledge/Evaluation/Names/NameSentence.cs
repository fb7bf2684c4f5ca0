using PolicyAssistantBot.Knowledge.Language.Masking;

namespace PolicyAssistantBot.Knowledge.Evaluation.Names;

/// <summary>A sentence and the names in it.</summary>
/// <param name="IsCounted">Whether its words outside of names were counted for the vocabulary.</param>
internal sealed record NameSentence(string Text, IReadOnlyList<(int Start, int End)> Names, bool IsCounted)
{
    /// <summary>Stand around a name while a sentence is made.</summary>
    public const char Open = '\uE000';
    public const char Close = '\uE001';

    public static NameSentence Parse(string marked, bool isCounted)
    {
        var (text, names, start) = (new System.Text.StringBuilder(marked.Length), new List<(int, int)>(), 0);
        foreach (var c in marked)
        {
            switch (c)
            {
                case Open:
                    start = text.Length;
                    break;
                case Close:
                    names.Add((start, text.Length));
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        return new NameSentence(text.ToString(), names, isCounted);
    }

    /// <summary>Marks the names in a line of <c>name-messages.tsv</c>: a message, a tab, names with semicolons.</summary>
    public static string Mark(string line)
    {
        var cells = line.Split('\t');
        var marked = cells[0];
        foreach (var name in cells[1].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            marked = System.Text.RegularExpressions.Regex.Replace(
                marked,
                $@"(?<![\p{{L}}{Open}]){System.Text.RegularExpressions.Regex.Escape(name)}(?![\p{{L}}{Close}])",
                Open + name + Close
            );
        }

        return marked;
    }

    /// <summary>The tag of each word; null when a name does not consist of whole words of one run.</summary>
    public NameTag[]? GetTags(List<NameToken> tokens, ReadOnlySpan<NameEvidence> words)
    {
        var tags = new NameTag[tokens.Count];
        foreach (var (start, end) in Names)
        {
            var first = tokens.FindIndex(token => token.Start >= start);
            var last = tokens.FindLastIndex(token => token.End <= end);
            if (first < 0 || last < first)
            {
                return null;
            }

            for (var i = first + 1; i <= last; i++)
            {
                if (!words[i].CanContinue)
                {
                    return null;
                }

                tags[i] = i == last ? NameTag.End : NameTag.Inside;
            }

            tags[first] = first == last ? NameTag.Single : NameTag.Begin;
        }

        return tags;
    }
}
