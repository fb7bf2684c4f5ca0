namespace PolicyAssistantBot.Knowledge.Language.Masking;

/// <summary>The capitals of a word and of its sentence.</summary>
internal static class NameShape
{
    private static readonly NameFact[] Shapes =
    [
        .. from start in (string[])["", "^"] from word in "lsC1Ux" from text in "nlut" select new NameFact($"{word}{text}{start}"),
    ];

    /// <param name="style">The sentence's style, from <see cref="FindStyles"/>.</param>
    public static NameFact Get(string text, NameToken token, int style, bool isStart) =>
        Shapes[(isStart ? 24 : 0) + (4 * FindShape(text, token)) + style];

    /// <summary>The place in "lsC1Ux": small, one small letter, capital, one capital letter, capitals only, capitals inside.</summary>
    private static int FindShape(string text, NameToken token)
    {
        var word = text.AsSpan(token.Start, token.Length);
        var capitals = 0;
        foreach (var c in word)
        {
            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return word.Length == 1 ? (capitals == 1 ? 3 : 1)
            : capitals == 0 ? 0
            : capitals == word.Length ? 4
            : capitals == 1 && char.IsUpper(word[0]) ? 2
            : 5;
    }

    /// <summary>
    /// For each word the place in "nlut" of its sentence: some capitals, none, capitals only, a capital at almost every word. The first
    /// word of a sentence does not count, because telephones write it with a capital.
    /// </summary>
    public static byte[] FindStyles(string text, List<NameToken> tokens)
    {
        var styles = new byte[tokens.Count];
        var whole = FindStyle(text, tokens, 0, tokens.Count);
        for (var start = 0; start < styles.Length; )
        {
            var end = start + 1;
            while (end < styles.Length && !IsStart(tokens, end))
            {
                end++;
            }

            styles.AsSpan(start, end - start).Fill(whole is 2 or 3 || end - start < 3 ? whole : FindStyle(text, tokens, start, end));
            start = end;
        }

        return styles;
    }

    /// <summary>Whether a word begins a sentence.</summary>
    public static bool IsStart(List<NameToken> tokens, int index) =>
        tokens[index].Gap == NameGap.Start || (tokens[index].Gap == NameGap.Stop && index > 0 && !tokens[index - 1].IsAbbreviation);

    private static byte FindStyle(string text, List<NameToken> tokens, int from, int to)
    {
        var (initial, inner, shouted, longer) = (0, 0, 0, 0);
        for (var i = from; i < to; i++)
        {
            var isCapital = char.IsUpper(text[tokens[i].Start]);
            initial += isCapital ? 1 : 0;
            inner += isCapital && !IsStart(tokens, i) ? 1 : 0;
            longer += tokens[i].Length > 1 ? 1 : 0;
            shouted += tokens[i].Length > 1 && FindShape(text, tokens[i]) == 4 ? 1 : 0;
        }

        var isWhole = from == 0 && to == tokens.Count;
        return longer > 0 && shouted == longer ? (byte)2
            : isWhole && to > 5 && initial * 10 >= to * 8 ? (byte)3
            : inner == 0 ? (byte)1
            : (byte)0;
    }
}
