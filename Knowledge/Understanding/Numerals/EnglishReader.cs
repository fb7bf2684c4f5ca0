namespace PolicyAssistantBot.Knowledge.Understanding.Numerals;

/// <summary>English numbers below the first scale word: "twenty-five", "a hundred and ten", "one and a half", "half a" before a
/// scale.</summary>
internal static class EnglishReader
{
    public static Numeral? Read(Tokens tokens, int at)
    {
        var start = at;
        if (tokens.At(at) is { Written: "a" or "half" or "quarter" } article)
        {
            var isHalf = article.Written == "half";
            var next = at + 1;
            next += isHalf && tokens.At(next) is { Written: "a" or "an" } ? 1 : 0;
            if (!isHalf && Lexicon.Find("enhundred", tokens, next) is { } hundred)
            {
                return EnglishRest(tokens, new Numeral(hundred.Number, next + 1, 1) { HasWords = true });
            }

            var scale = Scales.Read(tokens, next);
            return scale is { IsEnglish: true } && article.Written != "quarter"
                ? new Numeral(isHalf ? 0.5m : 1, next, 1) { HasWords = true, NeedsUnit = true }
                : null;
        }

        if (Lexicon.Find("en", tokens, at) is not { } word)
        {
            return null;
        }

        var number = new Numeral(word.Number, at + 1, 1) { HasWords = true };
        number = EnglishOnes(tokens, number);
        if (Lexicon.Find("enhundred", tokens, number.Next) is { } hundreds)
        {
            number = EnglishRest(tokens, number with { Value = number.Value * hundreds.Number, Next = number.Next + 1 });
        }

        number = HundredsReader.Fraction(tokens, number);
        if (
            tokens.At(number.Next) is { Written: "and" }
            && tokens.At(number.Next + 1) is { Written: "a" }
            && tokens.At(number.Next + 2) is { Written: "half" }
        )
        {
            number = number with { Value = number.Value + 0.5m, Next = number.Next + 3 };
        }

        return number with
        {
            NeedsUnit = number.Next == start + 1 && number.Value < 11,
        };
    }

    private static Numeral EnglishRest(Tokens tokens, Numeral hundreds)
    {
        var next = tokens.At(hundreds.Next) is { Written: "and" } ? hundreds.Next + 1 : hundreds.Next;
        return Lexicon.Find("en", tokens, next) is { } word
            ? EnglishOnes(tokens, hundreds with { Value = hundreds.Value + word.Number, Next = next + 1 })
            : hundreds;
    }

    private static Numeral EnglishOnes(Tokens tokens, Numeral number)
    {
        var next = tokens.IsSign(number.Next, "-") ? number.Next + 1 : number.Next;
        return number.Value % 100 >= 20 && number.Value % 10 == 0 && Lexicon.Find("en", tokens, next) is { Number: < 10 } ones
            ? number with
            {
                Value = number.Value + ones.Number,
                Next = next + 1,
            }
            : number;
    }
}
