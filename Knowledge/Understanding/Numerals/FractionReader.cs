namespace PolicyAssistantBot.Knowledge.Understanding.Numerals;

/// <summary>Reads the decimals of a number in words.</summary>
internal static class FractionReader
{
    /// <summary>"một phẩy năm", "2 point 5".</summary>
    public static Numeral AddFraction(TokenList tokens, Numeral number)
    {
        if (!Lexicon.IsMatch("point", tokens, number.NextIndex))
        {
            return number;
        }

        var next = number.NextIndex + 1;
        var decimals = "";
        while (decimals.Length < 3)
        {
            if (tokens.IsNumber(next) && tokens[next].Written.All(char.IsAsciiDigit) && decimals.Length == 0)
            {
                decimals = tokens[next++].Written;
                break;
            }

            if (
                (Lexicon.Find("one", tokens, next) ?? Lexicon.Find("en", tokens, next)) is not { Number: < 10 } digit
                || HundredsReader.IsPeriodWord(tokens, next)
            )
            {
                break;
            }

            decimals += digit.Value;
            next++;
        }

        return decimals.Length is > 0 and <= 3
            ? number with
            {
                Value = number.Value + decimal.Parse($"0.{decimals}", System.Globalization.CultureInfo.InvariantCulture),
                NextIndex = next,
                HasWords = true,
            }
            : number;
    }
}
