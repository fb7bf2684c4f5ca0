using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Desk.SettingKinds;

/// <summary>Makes the keys of new entries, which people do not see.</summary>
internal static class EntryKeys
{
    private const int MaxLength = 40;

    /// <summary>A key of the words of the name that is not used yet.</summary>
    public static string Create(string name, string fallback, IReadOnlyCollection<string> used)
    {
        var words = string.Join('-', VietnameseText.SplitIntoWords(VietnameseText.Fold(name)));
        var plain = new string([.. words.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-').Take(MaxLength)]).Trim('-');
        var start = plain.Length == 0 || !char.IsAsciiLetter(plain[0]) ? $"{fallback}-{plain}".TrimEnd('-') : plain;
        return Enumerable
            .Range(1, used.Count + 1)
            .Select(number => number == 1 ? start : $"{start}-{number}")
            .First(key => !used.Contains(key, StringComparer.OrdinalIgnoreCase));
    }
}
