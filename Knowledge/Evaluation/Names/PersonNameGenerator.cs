using System.Globalization;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Evaluation.Names;

/// <summary>Makes names of people of many origins, in the ways they are typed.</summary>
/// <param name="words">Words of ordinary texts, of which a rare given name is made.</param>
internal sealed class PersonNameGenerator(
    ILookup<string, string> vietnamese,
    ILookup<string, string> foreign,
    IReadOnlyList<string> words,
    Random random
)
{
    /// <summary>Words and places that people are called as well: "Thành Công", "Quang Minh".</summary>
    private readonly List<string> ambiguous =
    [
        .. vietnamese["place"]
            .Concat(vietnamese["brand"])
            .Select(entry => entry.Split('_'))
            .Where(pair => pair.Length == 2)
            .Where(pair =>
                vietnamese["middle"].Concat(vietnamese["middle-strong"]).Contains(pair[0]) && vietnamese["given"].Contains(pair[1])
            )
            .Select(pair => string.Join(' ', pair)),
    ];

    private static readonly TextInfo Casing = CultureInfo.InvariantCulture.TextInfo;

    public T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    /// <summary>Whether something happens that happens in so many of a hundred cases.</summary>
    public bool Happens(int percent) => random.Next(100) < percent;

    /// <summary>A full name with its capitals and marks.</summary>
    public string CreateFull() =>
        random.Next(100) switch
        {
            < 66 => CreateVietnamese(),
            < 69 => Abbreviate(CreateVietnamese()),
            < 72 => CreateTurned(),
            < 79 => CreateHighland(),
            _ => CreateForeign(),
        };

    /// <summary>A full name of another language.</summary>
    public string CreateForeign() =>
        random.Next(21) switch
        {
            < 4 => CreateEastern("chinese-family", "chinese", isJoined: Happens(40)),
            < 8 => CreateEastern("korean-family", "korean", isJoined: false),
            < 11 => Title(Shuffle(PickForeign("japanese-family"), PickForeign("japanese-given"))),
            < 19 => CreateWestern(),
            < 20 => Title($"{PickForeign("indian")} {PickForeign("indian")}"),
            _ => Title($"{PickForeign("other")} {PickForeign("other")}"),
        };

    /// <summary>A given name of another language, or what stands after "Mr".</summary>
    public string CreateForeignGiven() =>
        Title(
            PickForeign(
                random.Next(20) switch
                {
                    < 13 => "western-given",
                    < 15 => "western-family",
                    < 17 => "japanese-family",
                    < 18 => "korean-family",
                    < 19 => "chinese-family",
                    _ => "indian",
                }
            )
        );

    /// <summary>What stands after a title: mostly the last part of a Vietnamese name.</summary>
    public string CreateGiven() =>
        random.Next(100) switch
        {
            < 32 => Title(Pick(vietnamese["given-strong"])),
            < 58 => Title(Pick(vietnamese["given"])),
            < 71 => Title(PickGiven()),
            < 90 => Title($"{PickMiddle()} {PickGiven()}"),
            < 92 => Title($"{Pick(vietnamese["birth-order"])} {PickGiven()}"),
            _ => CreateForeignGiven(),
        };

    /// <summary>The words of a company's name, of which some are those of people's names.</summary>
    public string CreateCompany() =>
        random.Next(100) switch
        {
            < 15 => CreateVietnamese(),
            < 45 => Title($"{PickMiddle()} {PickGiven()}"),
            < 60 => CreateListed("street"),
            _ => Title(string.Join(' ', Enumerable.Range(0, random.Next(2, 4)).Select(_ => Pick(vietnamese["company"])))),
        };

    /// <summary>The name of a street, a school or a bridge: mostly a person's.</summary>
    public string CreateStreet() => Happens(40) ? CreateVietnamese() : CreateListed("street");

    /// <summary>As in English: "Thu Ha Nguyen".</summary>
    private string CreateTurned()
    {
        var given = Happens(50) ? PickGiven() : $"{PickMiddle()} {PickGiven()}";
        var name = Title($"{given} {Pick(vietnamese["family"])}");
        return Happens(80) ? NameTyping.Unmark(name) : name;
    }

    /// <summary>An entry of a kind of <c>names.tsv</c>, with capitals.</summary>
    public string CreateListed(string kind) => Title(Pick(vietnamese[kind]).Replace('_', ' '));

    private string CreateVietnamese()
    {
        var kind = random.Next(100);
        var family = Pick(
            vietnamese[
                kind < 47 ? "family"
                : kind < 64 ? "family-word"
                : kind < 90 ? "family-rare"
                : "family-scarce"
            ]
        );
        family =
            Happens(12) ? "nguyễn"
            : Happens(2) ? Pick(vietnamese["family-double"]).Replace('_', ' ')
            : family;
        var parts = new List<string> { family };
        if (Happens(4))
        {
            parts.Add(Pick(vietnamese["family"]));
        }

        if (Happens(35))
        {
            parts.Add(Happens(55) ? "thị" : "văn");
        }

        var middles = random.Next(100) switch
        {
            < 22 => 0,
            < 85 => 1,
            _ => 2,
        };
        for (var i = 0; i < middles && parts.Count < 4; i++)
        {
            parts.Add(PickMiddle());
        }

        parts.Add(PickGiven());
        return Title(string.Join(' ', Happens(6) ? [parts[0], Pick(ambiguous)] : parts));
    }

    /// <summary>Names of the Ede and Bana, the Hmong, the Thai and the Khmer of Vietnam.</summary>
    public string CreateHighland() =>
        Title(
            random.Next(5) switch
            {
                0 => $"y {PickOr("highland-given")} {PickForeign("highland-family")}",
                1 => $"h'{(Happens(50) ? "" : " ")}{PickOr("highland-given")} {PickForeign("highland-family")}",
                2 => $"{PickForeign("highland-clan")} {Pick(vietnamese["highland-middle"])} {PickOr("highland-own")}",
                3 => $"{PickForeign("highland-thai")} {(Happens(50) ? "văn" : "thị")} {PickOr("highland-thai-own")}",
                _ => $"{PickForeign("highland-khmer")} {PickForeign("highland-khmer-middle")} {PickOr("highland-khmer-own")}",
            }
        );

    private string PickOr(string kind) => Happens(12) ? PickWord() : PickForeign(kind);

    private string CreateEastern(string familyKind, string givenKind, bool isJoined)
    {
        var (family, one, two) = (PickForeign(familyKind), PickForeign(givenKind), PickForeign(givenKind));
        var name =
            Title(family)
            + " "
            + random.Next(6) switch
            {
                0 => Title(one),
                1 => Title(one) + "-" + two,
                2 => Title(one) + "-" + Title(two),
                _ => isJoined ? Title(one + two) : Title($"{one} {two}"),
            };
        return Happens(15) && name.Split(' ', 2) is [var head, var rest] ? $"{rest} {head}" : name;
    }

    private string CreateWestern()
    {
        var family = Title(PickForeign("western-family"));
        family = Happens(6) ? Pick(["O'", "Mc", "D'", "van ", "van der ", "de ", "von ", "da ", "El "]) + family : family;
        family = Happens(3) ? $"{family}-{Title(PickForeign("western-family"))}" : family;
        var given = Title(PickForeign("western-given"));
        given = Happens(4) ? $"{given}-{Title(PickForeign("western-given"))}" : given;
        return random.Next(20) switch
        {
            0 => $"{given[..1]}. {family}",
            1 => $"{given} {Title(PickForeign("western-given"))[..1]}. {family}",
            2 => $"{given} {Title(Pick(vietnamese["family"]))}",
            _ => $"{given} {family}",
        };
    }

    private string Abbreviate(string name)
    {
        var parts = name.Split(' ');
        return random.Next(3) switch
        {
            0 => string.Join(' ', parts[..^1].Select(part => part[..1] + ".").Append(parts[^1])),
            1 => string.Join('.', parts[..^1].Select(part => part[..1])) + "." + parts[^1],
            _ => $"{parts[0]} {string.Join(' ', parts[1..^1].Select(part => part[..1] + "."))} {parts[^1]}".Replace("  ", " "),
        };
    }

    private string Shuffle(string family, string given) => Happens(75) ? $"{family} {given}" : $"{given} {family}";

    private string PickGiven() =>
        random.Next(100) switch
        {
            < 6 => PickWord(),
            < 12 => Pick(vietnamese["given-rare"]),
            < 30 => Pick(vietnamese["given-strong"]),
            < 48 => Pick(vietnamese["given-frequent"]),
            _ => Pick(vietnamese["given"]),
        };

    private string PickMiddle() =>
        random.Next(100) switch
        {
            < 2 => PickWord(),
            < 30 => Pick(vietnamese["middle-certain"]),
            < 60 => Pick(vietnamese["middle-strong"]),
            < 92 => Pick(vietnamese["middle"]),
            _ => Pick(vietnamese["middle-rare"]),
        };

    private string PickForeign(string kind) => Pick(foreign[kind]).Replace('_', ' ');

    private string PickWord() => Pick(words);

    private T Pick<T>(IEnumerable<T> from) => Pick(from as IReadOnlyList<T> ?? [.. from]);

    private static string Title(string name) => Casing.ToTitleCase(VietnameseText.Normalize(name));
}
