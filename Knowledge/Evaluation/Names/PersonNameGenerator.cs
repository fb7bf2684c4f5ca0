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
        .. vietnamese["ordinary"]
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
    public string CreateFull()
    {
        var kind = random.Next(100);
        return kind switch
        {
            < 68 => CreateVietnamese(),
            < 71 => Abbreviate(CreateVietnamese()),
            < 76 => CreateHighland(),
            < 80 => CreateEastern("chinese-family", "chinese", isJoined: Happens(40)),
            < 84 => CreateEastern("korean-family", "korean", isJoined: false),
            < 88 => Title(Shuffle(PickForeign("japanese-family"), PickForeign("japanese-given"))),
            < 97 => CreateWestern(),
            < 98 => Title($"{PickForeign("indian")} {PickForeign("indian")}"),
            _ => Title($"{PickForeign("other")} {PickForeign("other")}"),
        };
    }

    /// <summary>What stands after a title: mostly the last part of a Vietnamese name.</summary>
    public string CreateGiven()
    {
        var kind = random.Next(100);
        return kind switch
        {
            < 35 => Title(Pick(vietnamese["given-strong"])),
            < 70 => Title(Pick(vietnamese["given"])),
            < 74 => Title(PickGiven()),
            < 90 => Title($"{PickMiddle()} {PickGiven()}"),
            < 93 => Title(PickForeign("western-given")),
            < 95 => Title(PickForeign("japanese-family")),
            < 97 => Title(PickForeign("western-family")),
            _ => Title(PickForeign("chinese-family")),
        };
    }

    /// <summary>Two or three parts of Vietnamese names, as streets and companies are called.</summary>
    public string CreateWords() => Happens(50) ? CreateVietnamese() : Title($"{PickMiddle()} {PickGiven()}");

    /// <summary>An entry of a kind of <c>names.tsv</c>, with capitals.</summary>
    public string CreateListed(string kind) => Title(Pick(vietnamese[kind]).Replace('_', ' '));

    private string CreateVietnamese()
    {
        var kind = random.Next(100);
        var family = Pick(
            vietnamese[
                kind < 55 ? "family"
                : kind < 70 ? "family-word"
                : kind < 92 ? "family-rare"
                : "family-scarce"
            ]
        );
        family = Happens(12) ? "nguyễn" : family;
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

    /// <summary>Names of the Ede, Bana, Hmong, Thai and Khmer of Vietnam.</summary>
    private string CreateHighland()
    {
        var last = Pick([
            "niê",
            "mlô",
            "êban",
            "byă",
            "ayun",
            "kpă",
            "ksor",
            "siu",
            "rơ châm",
            "hmok",
            "kbuôr",
            "knul",
            "buôn yă",
            "adrơng",
            "hđơk",
        ]);
        var own = Pick([
            "krông",
            "blơm",
            "thuin",
            "ngân",
            "nương",
            "hen",
            "bhiăng",
            "djuang",
            "wing",
            "jut",
            "lem",
            "dhơng",
            "ăm",
            "rin",
            PickGiven(),
        ]);
        return Title(
            random.Next(5) switch
            {
                0 => $"y {own} {last}",
                1 => Happens(50) ? $"h'{own} {last}" : $"h' {own} {last}",
                2 => $"{Pick(["giàng", "vàng", "thào", "lý", "sùng", "ma", "hầu", "vừ", "hạng", "cứ"])} "
                    + $"{Pick(["a", "thị", "mí", "seo", "bá"])} "
                    + Pick(["sử", "dế", "chứ", "pháng", "dính", "súa", "mỷ", "phử", "chơ", "lềnh", "sò", "páo", PickWord()]),
                3 => $"{Pick(["lò", "quàng", "cầm", "tòng", "lường", "cà", "vi", "đèo"])} {Pick(["văn", "thị"])} "
                    + Pick(["pánh", "hặc", "ún", "inh", "ọt", "pâng", "tuyến", PickWord()]),
                _ => $"{Pick(["thạch", "kim", "sơn", "danh", "châu", "lâm", "kiên", "thạch thị"])} "
                    + $"{Pick(["sa", "sóc", "rít", "chanh", "sô", "pha", "thị", "mâu"])} "
                    + Pick(["rinh", "kha", "thi", "ra", "phia", "rết", "ni", PickWord()]),
            }
        );
    }

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
        family = Happens(4) ? Pick(["O'", "Mc", "D'", "van ", "de ", "von "]) + family : family;
        var given = Title(PickForeign("western-given"));
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
            < 4 => PickWord(),
            < 12 => Pick(vietnamese["given-rare"]),
            < 35 => Pick(vietnamese["given-strong"]),
            _ => Pick(vietnamese["given"]),
        };

    private string PickMiddle() =>
        random.Next(100) switch
        {
            < 30 => Pick(vietnamese["middle-certain"]),
            < 60 => Pick(vietnamese["middle-strong"]),
            < 92 => Pick(vietnamese["middle"]),
            _ => Pick(vietnamese["middle-rare"]),
        };

    private string PickForeign(string kind) => Pick(foreign[kind]);

    private string PickWord() => Pick(words);

    private T Pick<T>(IEnumerable<T> from) => Pick(from as IReadOnlyList<T> ?? [.. from]);

    private static string Title(string name) => Casing.ToTitleCase(VietnameseText.Normalize(name));
}
