namespace PolicyAssistantBot.Knowledge.Understanding.Numerals;

/// <summary>A scale word after a number: "triệu", "nghìn tỷ", "bn".</summary>
/// <param name="IsMoney">Whether it is used for money unless a noun follows.</param>
/// <param name="Confidence">Lower for short forms, which can mean something else: "5t", "20m".</param>
internal readonly record struct ScaleWord(decimal Value, int NextIndex, double Confidence, bool IsMoney, bool IsEnglish)
{
    public static ScaleWord? Read(TokenList tokens, int tokenIndex)
    {
        if (Lexicon.Find("thousand", tokens, tokenIndex) is { } thousand)
        {
            var isLetter = tokens[tokenIndex].Written == "k";
            var nextScale = Lexicon.Find("scale", tokens, tokenIndex + 1);
            return nextScale is { } scale && !isLetter && tokens[tokenIndex + 1].Written.Length > 1
                ? new ScaleWord(thousand.Number * scale.Number, tokenIndex + 2, 1, true, false)
                : new ScaleWord(thousand.Number, tokenIndex + 1, 1, isLetter, tokens[tokenIndex].Written == "thousand");
        }

        if (Lexicon.Find("scale", tokens, tokenIndex) is not { } found)
        {
            return null;
        }

        var word = tokens[tokenIndex];
        var isGlued = word.IsAttached;
        var isEnglish = word.Written is "million" or "millions" or "billion" or "billions" or "trillion" or "bn" or "mil" or "mn";
        var confidence = word.Written switch
        {
            "m" when tokens.GetOrNull(tokenIndex + 1) is { IsAttached: true, Kind: TokenKind.Number } => 0,
            "m" or "b" => tokens.IsEnglish ? 0.9 : 0.6,
            "t" => !isGlued ? 0
            : tokens.GetOrNull(tokenIndex + 1) is { IsAttached: true, Kind: TokenKind.Number } ? 0.9
            : 0.6,
            "toi" => IsFollowedByNumber(tokens, tokenIndex + 1) || tokens.HasDiacritics ? 0
            : isGlued ? 0.85
            : 0.6,
            "cu" => tokens.HasDiacritics ? 0 : 0.8,
            "lit" or "lít" or "xi" or "xị" => 0.4,
            _ => 1,
        };
        return confidence == 0 ? null : new ScaleWord(found.Number, tokenIndex + 1, confidence, true, isEnglish);
    }

    private static bool IsFollowedByNumber(TokenList tokens, int tokenIndex) =>
        tokens.IsNumber(tokenIndex) || Lexicon.IsMatch("one", tokens, tokenIndex);
}
