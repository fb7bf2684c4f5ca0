using System.Globalization;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Evaluation.Names;
using PolicyAssistantBot.Knowledge.Language.Masking;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Language;

/// <summary>
/// How many names are masked in messages from which nothing was learnt. They were used to choose between settings, so the figures are
/// higher than on messages of others (docs/privacy.md has both), and the floors leave room.
/// </summary>
public sealed class HeldOutNamesTests
{
    private static readonly List<Message> Messages =
    [
        .. File.ReadLines(SourceTree.Combine("Tests", "Knowledge", "Language", "Data", "names-heldout.tsv"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t'))
            .Select(cells => new Message(
                cells[0],
                cells.Length > 1 ? cells[1].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : []
            )),
    ];

    [Fact]
    public void Nine_of_ten_names_are_masked_wholly() => AssertMasked(message => message, 0.9);

    [Theory]
    [InlineData("in small letters", 0.88)]
    [InlineData("in capitals", 0.88)]
    [InlineData("a capital at every word", 0.88)]
    [InlineData("without marks", 0.88)]
    [InlineData("without marks, in small letters", 0.83)]
    [InlineData("names without marks", 0.88)]
    [InlineData("names in small letters", 0.85)]
    [InlineData("one word with marks", 0.88)]
    [InlineData("one word with marks, in small letters", 0.83)]
    [InlineData("one word with a capital", 0.8)]
    public void Names_are_masked_however_they_are_typed(string style, double floor) => AssertMasked(message => message.Type(style), floor);

    [Fact]
    public void In_few_messages_another_word_is_masked_as_well()
    {
        var touched = Messages.Where(message => message.Names.Length > 0 && IsOtherMasked(message)).ToList();
        Assert.True(touched.Count <= 8, $"{touched.Count}: {string.Join('\n', touched.Select(message => Mask(message.Text)))}");
    }

    /// <summary>These messages were written to be mistaken: streets, companies and words that are names as well.</summary>
    [Fact]
    public void Of_messages_that_look_as_if_they_had_a_name_seventeen_in_twenty_stay_as_they_are()
    {
        var plain = Messages.Where(message => message.Names.Length == 0).ToList();
        var touched = plain.Where(message => Find(message.Text).Count > 0).ToList();
        Assert.True(plain.Count >= 60);
        Assert.True(touched.Count <= 0.15 * plain.Count, string.Join('\n', touched.Select(message => Mask(message.Text))));
    }

    [Fact]
    public void What_is_masked_stays_as_it_is()
    {
        Assert.All(Messages.Select(message => PersonalData.Mask(message.Text)), masked => Assert.Equal(masked, PersonalData.Mask(masked)));
    }

    private static void AssertMasked(Func<Message, Message> type, double floor)
    {
        var names = Messages.Select(type).SelectMany(message => message.Names.Select(name => (message.Text, Name: name))).ToList();
        var missed = names.Where(entry => !IsMasked(entry.Text, entry.Name)).ToList();
        Assert.True(names.Count > 140);
        Assert.True(
            missed.Count <= (1 - floor) * names.Count,
            $"{missed.Count} of {names.Count}: {string.Join('\n', missed.Select(entry => $"{entry.Name}: {Mask(entry.Text)}"))}"
        );
    }

    private static string Mask(string text) => PersonNames.Replace(text, "[name]");

    private static bool IsOtherMasked(Message message)
    {
        var names = message.Names.SelectMany(NameToken.Split).Select(token => token.Canonical).ToHashSet();
        var masked = Find(message.Text);
        return NameToken
            .Split(message.Text)
            .Exists(word => !names.Contains(word.Canonical) && masked.Exists(m => m.Start <= word.Start && word.End <= m.End));
    }

    private static List<(int Start, int End)> Find(string text) => PersonNames.Find(text, NameModel.Default, NameLists.Default);

    private static bool IsMasked(string text, string name)
    {
        var masked = Find(text);
        var words = NameToken.Split(text);
        var parts = NameToken.Split(name);
        var places = Enumerable
            .Range(0, Math.Max(0, words.Count - parts.Count + 1))
            .Where(first => Enumerable.Range(0, parts.Count).All(i => text[words[first + i].Start..words[first + i].End] == Part(i)))
            .ToList();
        Assert.NotEmpty(places);
        return places.All(first =>
            words.GetRange(first, parts.Count).All(word => masked.Exists(m => m.Start <= word.Start && word.End <= m.End))
        );

        string Part(int i) => name[parts[i].Start..parts[i].End];
    }

    private sealed record Message(string Text, string[] Names)
    {
        /// <summary>The message as another person types it.</summary>
        public Message Type(string style) =>
            style switch
            {
                "in small letters" => Change(Lower),
                "in capitals" => Change(text => text.ToUpperInvariant()),
                "a capital at every word" => Change(text => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text.ToLowerInvariant())),
                "without marks" => Change(NameTyping.Unmark),
                "without marks, in small letters" => Change(UnmarkLower),
                "names without marks" => ChangeNames(NameTyping.Unmark),
                "names in small letters" => ChangeNames(Lower),
                "one word with marks" => Change(NameTyping.Unmark).Append(" ở Ha Noi"),
                "one word with marks, in small letters" => Change(UnmarkLower).Append(" ở ha noi"),
                "one word with a capital" => Change(UnmarkLower).Append(" o Hanoi"),
                _ => throw new ArgumentOutOfRangeException(nameof(style)),
            };

        private static string Lower(string text) => text.ToLowerInvariant();

        private static string UnmarkLower(string text) => NameTyping.Unmark(text).ToLowerInvariant();

        private Message Change(Func<string, string> change) => new(change(Text), [.. Names.Select(change)]);

        private Message ChangeNames(Func<string, string> change) =>
            new(
                Names
                    .OrderByDescending(name => name.Length)
                    .Aggregate(Text, (text, name) => Regex.Replace(text, $@"(?<!\p{{L}}){Regex.Escape(name)}(?!\p{{L}})", change(name))),
                [.. Names.Select(change)]
            );

        private Message Append(string end) => this with { Text = Text + end };
    }
}
