using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Site;

/// <summary>A part of how the department is reached: text, or a telephone number to call with a tap.</summary>
/// <param name="CallNumber">The digits to dial; null for text.</param>
public sealed record ContactPart(string Text, string? CallNumber);

/// <summary>Finds the telephone numbers in the configured contact.</summary>
public static partial class ContactLine
{
    public static IReadOnlyList<ContactPart> Split(string contact)
    {
        var parts = new List<ContactPart>();
        var at = 0;
        foreach (Match phone in PhoneRegex().Matches(contact))
        {
            parts.Add(new ContactPart(contact[at..phone.Index], null));
            parts.Add(new ContactPart(phone.Value, string.Concat(phone.Value.Where(c => char.IsAsciiDigit(c) || c == '+'))));
            at = phone.Index + phone.Length;
        }

        parts.Add(new ContactPart(contact[at..], null));
        return [.. parts.Where(part => part.Text.Length > 0)];
    }

    /// <summary>From eight digits on: an office's number or a street's is shorter.</summary>
    [GeneratedRegex(@"(?<![0-9])\+?[0-9](?:[ .\-]?[0-9]){7,11}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneRegex();
}
