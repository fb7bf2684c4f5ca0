using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Evaluation.Names;

/// <summary>
/// Makes sentences with marked names for training: from templates, from ordinary sentences in which a pronoun is replaced by a
/// name, and the ordinary sentences themselves, each in the ways people type (without marks, in small letters, in capitals).
/// </summary>
internal sealed partial class NameSentenceGenerator
{
    private readonly List<string> named;
    private readonly List<string> nameless;
    private readonly List<string> given;
    private readonly IReadOnlyList<string> plain;
    private readonly ILookup<string, string> others;
    private readonly PersonNameGenerator people;
    private readonly NameTyping typing;
    private readonly Random random = new(1);

    /// <param name="templates">Sentences with slots.</param>
    /// <param name="plain">Sentences without names.</param>
    /// <param name="others">What is not a person, by kind.</param>
    public NameSentenceGenerator(
        IReadOnlyList<string> templates,
        IReadOnlyList<string> plain,
        ILookup<string, string> others,
        ILookup<string, string> vietnamese,
        ILookup<string, string> foreign
    )
    {
        (this.plain, this.others) = (plain, others);
        given = templates.Where(template => template.Contains("{g}", StringComparison.Ordinal)).ToList();
        (named, nameless) = (templates.Where(HasName).ToList(), templates.Where(template => !HasName(template)).ToList());
        var words = plain
            .SelectMany(VietnameseText.SplitIntoWords)
            .Where(word => word.Length > 1 && VietnameseSyllables.IsPossible(VietnameseText.Fold(word)))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        people = new PersonNameGenerator(vietnamese, foreign, words, random);
        typing = new NameTyping(random);
    }

    private static bool HasName(string template) =>
        NameSlotRegex().IsMatch(template) || template.Contains("[name]", StringComparison.Ordinal);

    [GeneratedRegex("{[ngfeh]}")]
    private static partial Regex NameSlotRegex();

    /// <param name="messages">Messages that people wrote, with their names marked.</param>
    public IEnumerable<NameSentence> Create(NameTrainingOptions options, IReadOnlyList<string> messages)
    {
        for (var i = 0; i < options.Templates; i++)
        {
            yield return NameSentence.Parse(Type(Fill(PickTemplate(i))), isCounted: false);
        }

        for (var i = 0; i < options.Plain; i++)
        {
            yield return NameSentence.Parse(Type(plain[i % plain.Count]), isCounted: true);
        }

        for (var i = 0; i < options.Replaced; i++)
        {
            if (ReplacePronoun(people.Pick(plain)) is { } replaced)
            {
                yield return NameSentence.Parse(Type(replaced), isCounted: true);
            }
        }

        for (var i = 0; i < options.Inserted; i++)
        {
            yield return NameSentence.Parse(Type(Insert(people.Pick(plain))), isCounted: true);
        }

        for (var i = 0; i < options.Variants * messages.Count; i++)
        {
            var message = messages[i % messages.Count];
            yield return NameSentence.Parse(Type(i < messages.Count ? message : Rename(message)), isCounted: false);
        }
    }

    /// <summary>A message with other names in the places of its own.</summary>
    private string Rename(string message) =>
        MarkedNameRegex()
            .Replace(
                message,
                name =>
                    people.Happens(20) ? name.Value
                    : name.Value.Contains(' ', StringComparison.Ordinal) ? Mark(people.CreateFull())
                    : Mark(people.CreateGiven())
            );

    /// <summary>A sentence as it is typed; sometimes with placeholders, because what was masked is looked at again.</summary>
    private string Type(string sentence)
    {
        var typed = typing.Type(sentence);
        return people.Happens(10) ? MarkedNameRegex().Replace(typed, name => people.Happens(80) ? "[name]" : name.Value) : typed;
    }

    [GeneratedRegex("\uE000[^\uE001]+\uE001")]
    private static partial Regex MarkedNameRegex();

    /// <summary>A full name anywhere in a sentence, so that its own words are evidence enough.</summary>
    private string Insert(string sentence)
    {
        var words = sentence.Split(' ').ToList();
        words.Insert(random.Next(words.Count + 1), Mark(people.CreateFull()));
        return string.Join(' ', words);
    }

    [GeneratedRegex(@"\{(.)\}")]
    private static partial Regex SlotRegex();

    [GeneratedRegex(
        @"(?<![\p{L}/])(?<!\b(?:ty|xưởng|hàng|quán|sở|bên|nhà|các|chúng|bọn|tụi|hai|mấy|phường) )"
            + @"(?:tôi|em|mình|anh|chị|bạn|cô|chú|bác|họ|nó|tui|mk|I|we|he|she|they|you|my boss|my husband|my wife|my friend)"
            + @"(?![\p{L}/'])"
            + @"(?! (?:chị|em|họ|có biết|hùng))",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex PronounRegex();

    /// <summary>Every fourth template has no name, every fourth a given name.</summary>
    private string PickTemplate(int index) =>
        index % 4 == 0 ? people.Pick(nameless)
        : index % 4 == 1 ? people.Pick(given)
        : people.Pick(named);

    private string Fill(string template) =>
        SlotRegex()
            .Replace(
                template,
                slot =>
                    slot.Groups[1].Value switch
                    {
                        "n" => Mark(people.CreateFull()),
                        "g" => Mark(people.CreateGiven()),
                        "t" => PickOther("person-title"),
                        "r" => PickOther("position"),
                        "x" => PickOther("before"),
                        "v" => PickOther("after"),
                        "f" => Mark(people.CreateForeign()),
                        "e" => Mark(people.CreateForeignGiven()),
                        "h" => Mark(people.CreateHighland()),
                        "s" => people.CreateStreet(),
                        "c" => people.CreateCompany(),
                        "p" => people.CreateListed("place"),
                        "k" => people.CreateListed("country"),
                        "y" => people.CreateListed("country-short"),
                        "b" => people.CreateListed("brand"),
                        var other => throw new InvalidDataException($"name-templates.tsv has the slot {other}."),
                    }
            );

    private string PickOther(string kind) => people.Pick(others[kind].ToList()).Replace('_', ' ');

    private string? ReplacePronoun(string sentence)
    {
        var places = PronounRegex().Matches(sentence);
        if (places.Count == 0)
        {
            return null;
        }

        var place = places[random.Next(places.Count)];
        var isVietnamese = VietnameseText.Fold(sentence) != VietnameseText.Normalize(sentence);
        var name =
            people.Happens(45) ? Mark(people.CreateFull())
            : people.Happens(25) ? Mark(people.CreateGiven())
            : isVietnamese ? PickOther("person-title") + " " + Mark(people.CreateGiven())
            : Mark(people.CreateGiven());
        return sentence[..place.Index] + name + sentence[(place.Index + place.Length)..];
    }

    private string Mark(string name) => NameSentence.Open + typing.TypeName(name) + NameSentence.Close;
}
