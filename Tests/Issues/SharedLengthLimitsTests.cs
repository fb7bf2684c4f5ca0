using System.Globalization;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues;

/// <summary>
/// The widget, the chat, the cards and the rules had different length limits, so that one accepted what the next refused.
/// </summary>
public sealed partial class SharedLengthLimitsTests
{
    [Fact]
    public void The_widget_accepts_the_same_lengths_as_the_chat()
    {
        var source = File.ReadAllText(SourceTree.Combine("Bot", "Widget", "src", "chat", "composer.ts"));
        Assert.Equal(TextLimits.Message, int.Parse(WidgetLengthRegex().Match(source).Groups["length"].Value, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_message_is_never_longer_than_a_case_accepts() => Assert.True(TextLimits.CaseText >= TextLimits.Message);

    [Fact]
    public void No_page_or_rule_defines_its_own_length_limit()
    {
        var ownLengths =
            from file in SourceTree.Files("Bot/Requests/Rules", ".cs").Concat(SourceTree.Files("Bot/Desk", ".razor"))
            from line in File.ReadLines(SourceTree.Combine(file)).Index()
            where OwnLengthRegex().IsMatch(line.Item)
            select $"{file}:{line.Index + 1}";
        Assert.Empty(ownLengths);
    }

    [GeneratedRegex(@"export const maxLength = (?<length>\d+);", RegexOptions.ExplicitCapture)]
    private static partial Regex WidgetLengthRegex();

    [GeneratedRegex(@"\b(?:5000|8000)\b")]
    private static partial Regex OwnLengthRegex();
}
