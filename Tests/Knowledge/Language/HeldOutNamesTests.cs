using PolicyAssistantBot.Knowledge.Language.Masking;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Language;

/// <summary>
/// How many names are masked in messages from which nothing was learnt (docs/privacy.md has the figures). The floors are a little
/// below what was measured.
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
    public void Nineteen_of_twenty_names_are_masked_wholly()
    {
        var names = Messages.SelectMany(message => message.Names.Select(name => (message.Text, Name: name))).ToList();
        var missed = names.Where(entry => !IsMasked(entry.Text, entry.Name)).ToList();
        Assert.True(names.Count > 140);
        Assert.True(missed.Count * 20 <= names.Count, $"{missed.Count} of {names.Count}: {string.Join('\n', missed)}");
    }

    [Fact]
    public void Names_of_three_words_and_more_are_masked_in_96_of_100()
    {
        var names = Messages
            .SelectMany(message => message.Names.Select(name => (message.Text, Name: name)))
            .Where(entry => NameToken.Split(entry.Name).Count > 2)
            .ToList();
        var missed = names.Where(entry => !IsMasked(entry.Text, entry.Name)).ToList();
        Assert.True(names.Count > 70);
        Assert.True(missed.Count * 25 <= names.Count, $"{missed.Count} of {names.Count}: {string.Join('\n', missed)}");
    }

    /// <summary>These messages were written to be mistaken: streets, companies and words that are names as well.</summary>
    [Fact]
    public void Four_of_five_messages_without_a_name_stay_as_they_are()
    {
        var plain = Messages.Where(message => message.Names.Length == 0).ToList();
        var touched = plain.Where(message => Find(message.Text).Count > 0).ToList();
        Assert.True(plain.Count >= 60);
        Assert.True(
            touched.Count * 5 <= plain.Count,
            $"{touched.Count} of {plain.Count}: {string.Join('\n', touched.Select(m => m.Text))}"
        );
    }

    private static List<(int Start, int End)> Find(string text) => PersonNames.Find(text, NameModel.Default, NameLists.Default);

    private static bool IsMasked(string text, string name)
    {
        var masked = Find(text);
        var words = NameToken.Split(text);
        var parts = NameToken.Split(name);
        return Enumerable
            .Range(0, words.Count - parts.Count + 1)
            .Where(first => Enumerable.Range(0, parts.Count).All(i => text[words[first + i].Start..words[first + i].End] == Part(i)))
            .All(first => words.GetRange(first, parts.Count).All(word => masked.Any(m => m.Start <= word.Start && word.End <= m.End)));

        string Part(int i) => name[parts[i].Start..parts[i].End];
    }

    private sealed record Message(string Text, string[] Names);
}
