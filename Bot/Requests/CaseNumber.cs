using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Requests;

/// <summary>
/// A case number such as <c>HN-2026-000123-7</c>: the year, a serial of at least six digits, and a check digit over both.
/// The check digit is H. Michael Damm's (2004): its totally anti-symmetric quasigroup catches every wrong digit and
/// every swap of two neighbours.
/// </summary>
public readonly partial record struct CaseNumber
{
    private static readonly string[] Quasigroup =
    [
        "0317598642",
        "7092154863",
        "4206871359",
        "1750983426",
        "6123045978",
        "3674209581",
        "5869720134",
        "8945362017",
        "9438617205",
        "2581436790",
    ];

    public CaseNumber(int year, long serial)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(serial, 1);
        (Year, Serial) = (year, serial);
    }

    public int Year { get; }

    public long Serial { get; }

    /// <summary>Reads a number as people type it: any case, with or without dashes, spaces and the <c>HN</c>.</summary>
    public static bool TryParse(string? text, out CaseNumber number)
    {
        number = default;
        if (text is null || text.Length > 60)
        {
            return false;
        }

        var compact = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                compact.Append(char.ToUpperInvariant(c));
            }
            else if (char.IsLetterOrDigit(c))
            {
                return false;
            }
        }

        var match = CompactRegex().Match(compact.ToString());
        return match.Success && TryRead(match, out number);
    }

    /// <summary>The first valid number inside a sentence; there it must begin with <c>HN</c>.</summary>
    public static bool TryFindIn(string? text, out CaseNumber number)
    {
        number = default;
        foreach (Match match in EmbeddedRegex().Matches(text ?? ""))
        {
            if (TryParse(match.Value, out number))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The check digit for a row of decimal digits.</summary>
    public static char ComputeCheckDigit(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        var interim = '0';
        foreach (var digit in digits)
        {
            interim = Quasigroup[interim - '0'][digit - '0'];
        }

        return interim;
    }

    public override string ToString()
    {
        var year = Year.ToString("D4", CultureInfo.InvariantCulture);
        var serial = Serial.ToString("D6", CultureInfo.InvariantCulture);
        return $"HN-{year}-{serial}-{ComputeCheckDigit(year + serial)}";
    }

    private static bool TryRead(Match match, [NotNullWhen(true)] out CaseNumber number)
    {
        number = default;
        var (year, serial) = (match.Groups["year"].Value, match.Groups["serial"].Value);
        if (
            ComputeCheckDigit(year + serial) != match.Groups["check"].Value[0]
            || year[0] == '0'
            || serial.Trim('0').Length == 0
            || (serial.Length > 6 && serial[0] == '0')
        )
        {
            return false;
        }

        number = new CaseNumber(int.Parse(year, CultureInfo.InvariantCulture), long.Parse(serial, CultureInfo.InvariantCulture));
        return true;
    }

    [GeneratedRegex("^(?:HN)?(?<year>[0-9]{4})(?<serial>[0-9]{6,9})(?<check>[0-9])$", RegexOptions.ExplicitCapture)]
    private static partial Regex CompactRegex();

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])hn[\s\-–—.]*[0-9]{4}[\s\-–—.]*[0-9]{6,9}[\s\-–—.]*[0-9](?![\p{L}\p{N}])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex EmbeddedRegex();
}
