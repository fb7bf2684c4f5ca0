using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Language.Masking;

/// <summary>What stands in a text where personal data was masked.</summary>
internal static partial class Placeholder
{
    public const string Email = "[e-mail]";
    public const string Phone = "[phone]";
    public const string Number = "[number]";
    public const string Account = "[account]";
    public const string Name = "[name]";

    /// <summary>The placeholders in a text, in the order of their occurrence.</summary>
    public static IEnumerable<string> List(string text) => PlaceholderRegex().Matches(text).Select(match => match.Value);

    /// <summary>The length of the placeholder with which a text begins; 0 when it begins with none.</summary>
    public static int Measure(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] != '[')
        {
            return 0;
        }

        foreach (var placeholder in (ReadOnlySpan<string>)[Name, Phone, Number, Account, Email])
        {
            if (text.StartsWith(placeholder, StringComparison.Ordinal))
            {
                return placeholder.Length;
            }
        }

        return 0;
    }

    [GeneratedRegex(@"\[(?:e-mail|phone|number|account|name)\]")]
    private static partial Regex PlaceholderRegex();
}
