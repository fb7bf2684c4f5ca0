namespace PolicyAssistantBot.Knowledge.Language.Masking;

/// <summary>The capitals of a word and of its text.</summary>
internal static class NameShape
{
    private static readonly NameFact[] Shapes =
    [
        .. from start in (string[])["", "^"] from word in "lsC1Ux" from text in "nlut" select new NameFact($"{word}{text}{start}"),
    ];

    /// <param name="style">The text's style, from <see cref="FindStyle"/>.</param>
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

    /// <summary>The place in "nlut": some capitals, none, capitals only, a capital at almost every word.</summary>
    public static int FindStyle(string text, List<NameToken> tokens)
    {
        var (capital, shouted, longer) = (0, 0, 0);
        foreach (var token in tokens)
        {
            capital += char.IsUpper(text[token.Start]) ? 1 : 0;
            longer += token.Length > 1 ? 1 : 0;
            shouted += token.Length > 1 && FindShape(text, token) == 4 ? 1 : 0;
        }

        return capital == 0 ? 1
            : shouted == longer ? 2
            : tokens.Count > 3 && capital * 10 >= tokens.Count * 8 ? 3
            : 0;
    }
}
