namespace PolicyAssistantBot.Knowledge.Understanding.Numerals;

/// <summary>Scale words after a number: "triệu", "nghìn tỷ", "bn".</summary>
/// <param name="IsMoney">Used of money unless a noun follows.</param>
/// <param name="Confidence">Short forms may be something else: "5t", "20m".</param>
internal readonly record struct Scales(decimal Value, int Next, double Confidence, bool IsMoney, bool IsEnglish)
{
    public static Scales? Read(Tokens tokens, int at)
    {
        if (Lexicon.Find("thousand", tokens, at) is { } thousand)
        {
            var isLetter = tokens[at].Written == "k";
            var after = Lexicon.Find("scale", tokens, at + 1);
            return after is { } scale && !isLetter && tokens[at + 1].Written.Length > 1
                ? new Scales(thousand.Number * scale.Number, at + 2, 1, true, false)
                : new Scales(thousand.Number, at + 1, 1, isLetter, tokens[at].Written == "thousand");
        }

        if (Lexicon.Find("scale", tokens, at) is not { } found)
        {
            return null;
        }

        var word = tokens[at];
        var isGlued = word.IsGlued;
        var isEnglish = word.Written is "million" or "millions" or "billion" or "billions" or "trillion" or "bn" or "mil" or "mn";
        var confidence = word.Written switch
        {
            "m" when tokens.At(at + 1) is { IsGlued: true, Kind: TokenKind.Number } => 0,
            "m" or "b" => tokens.IsEnglish ? 0.9 : 0.6,
            "t" => !isGlued ? 0
            : tokens.At(at + 1) is { IsGlued: true, Kind: TokenKind.Number } ? 0.9
            : 0.6,
            "toi" => IsFollowedByNumber(tokens, at + 1) || tokens.IsWellMarked ? 0
            : isGlued ? 0.85
            : 0.6,
            "cu" => tokens.IsWellMarked ? 0 : 0.8,
            "lit" or "lít" or "xi" or "xị" => 0.4,
            _ => 1,
        };
        return confidence == 0 ? null : new Scales(found.Number, at + 1, confidence, true, isEnglish);
    }

    private static bool IsFollowedByNumber(Tokens tokens, int at) => tokens.IsNumber(at) || Lexicon.Is("one", tokens, at);
}
