namespace PolicyAssistantBot.Knowledge.Understanding.Numerals;

/// <summary>English numbers below the first scale word: "twenty-five", "a hundred and ten", "one and a half", "half a" before a
/// scale.</summary>
internal static class EnglishNumberReader
{
    public static Numeral? Read(TokenList tokens, int tokenIndex)
    {
        var start = tokenIndex;
        if (tokens.GetOrNull(tokenIndex) is { Written: "a" or "half" or "quarter" } article)
        {
            var isHalf = article.Written == "half";
            var next = tokenIndex + 1;
            next += isHalf && tokens.GetOrNull(next) is { Written: "a" or "an" } ? 1 : 0;
            if (!isHalf && Lexicon.Find("enhundred", tokens, next) is { } hundred)
            {
                return AddRest(tokens, new Numeral(hundred.Number, next + 1, 1) { HasWords = true });
            }

            var scale = ScaleWord.Read(tokens, next);
            return scale is { IsEnglish: true } && article.Written != "quarter"
                ? new Numeral(isHalf ? 0.5m : 1, next, 1) { HasWords = true, NeedsUnit = true }
                : null;
        }

        if (Lexicon.Find("en", tokens, tokenIndex) is not { } word)
        {
            return null;
        }

        var number = new Numeral(word.Number, tokenIndex + 1, 1) { HasWords = true };
        number = AddOnes(tokens, number);
        if (Lexicon.Find("enhundred", tokens, number.NextIndex) is { } hundreds)
        {
            number = AddRest(tokens, number with { Value = number.Value * hundreds.Number, NextIndex = number.NextIndex + 1 });
        }

        number = FractionReader.AddFraction(tokens, number);
        if (
            tokens.GetOrNull(number.NextIndex) is { Written: "and" }
            && tokens.GetOrNull(number.NextIndex + 1) is { Written: "a" }
            && tokens.GetOrNull(number.NextIndex + 2) is { Written: "half" }
        )
        {
            number = number with { Value = number.Value + 0.5m, NextIndex = number.NextIndex + 3 };
        }

        return number with
        {
            NeedsUnit = number.NextIndex == start + 1 && number.Value < 11,
        };
    }

    private static Numeral AddRest(TokenList tokens, Numeral hundreds)
    {
        var next = tokens.GetOrNull(hundreds.NextIndex) is { Written: "and" } ? hundreds.NextIndex + 1 : hundreds.NextIndex;
        return Lexicon.Find("en", tokens, next) is { } word
            ? AddOnes(tokens, hundreds with { Value = hundreds.Value + word.Number, NextIndex = next + 1 })
            : hundreds;
    }

    private static Numeral AddOnes(TokenList tokens, Numeral number)
    {
        var next = tokens.IsSign(number.NextIndex, "-") ? number.NextIndex + 1 : number.NextIndex;
        return number.Value % 100 >= 20 && number.Value % 10 == 0 && Lexicon.Find("en", tokens, next) is { Number: < 10 } ones
            ? number with
            {
                Value = number.Value + ones.Number,
                NextIndex = next + 1,
            }
            : number;
    }
}
