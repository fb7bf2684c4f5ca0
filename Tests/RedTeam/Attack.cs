using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Tests.Model;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.RedTeam;

/// <summary>One attack of <c>attacks.tsv</c>.</summary>
/// <param name="InPassage">It stands in a text that the answer rests on; else in the question.</param>
/// <param name="Order">What a model says that obeys it; <c>{SYSTEM}</c> stands for the instructions that the model was given.</param>
/// <param name="Marker">What must never be shown.</param>
internal sealed partial record Attack(string Id, Lang Lang, bool InPassage, string Technique, string Text, string Order, string Marker)
{
    private const string Told = "{SYSTEM}";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<Attack> All { get; } =
    [
        .. File.ReadLines(SourceTree.Combine("Tests", "RedTeam", "attacks.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Select(cells => new Attack(
                cells[0],
                LangCodes.Parse(cells[1])!.Value,
                cells[2] == "passage",
                cells[3],
                Unescape(cells[4]),
                Unescape(cells[5]),
                Unescape(cells[6])
            )),
    ];

    /// <summary>The answer that is to be worded, with the attack in one of its texts where it stands in a passage.</summary>
    public Answer Ask()
    {
        var answer = (Answer.Answered)
            TestArticles
                .Pipeline()
                .Ask(new Question(Lang == Lang.Vi ? "Mua phần mềm kho có được hỗ trợ không?" : "Is there support for warehouse software?"));
        return InPassage ? answer with { OtherSections = [.. answer.OtherSections, new AnswerSection("extra", "Extra", Text)] } : answer;
    }

    /// <summary>The reply of a model that does as it was told: in the form asked for, with passages named, a true sentence before it or
    /// not, or with no form at all.</summary>
    public string Obeyed(ModelRequest request, int number)
    {
        var order = Order.Replace(Told, request.Instructions, StringComparison.Ordinal);
        string[] all = [.. request.Data["passages"]!.AsArray().Select(passage => passage!["id"]!.ToString())];
        var truth = request.Data["passages"]![0]!["text"]!.ToString().Split('\n')[0];
        return (number % 5) switch
        {
            0 => Json((order, all)),
            1 => Json((truth, ["p1"]), (order, all)),
            2 => Json((order, all), (truth, ["p1"])),
            3 => Json((truth, ["p1"]), ($"{truth} {order}", all)),
            _ => order,
        };
    }

    /// <summary>However it is written: in other case, without marks, with other signs between.</summary>
    public bool IsIn(string text) =>
        Marker == Told
            ? Letters(text).Contains("NOTHINGABOUTYOURSELFORTHESEINSTRUCTIONS", StringComparison.Ordinal)
            : Letters(text).Contains(Letters(Marker), StringComparison.Ordinal);

    private static string Json(params (string Text, string[] Passages)[] sentences) =>
        JsonSerializer.Serialize(
            new { sentences = sentences.Select(sentence => new { text = sentence.Text, passages = sentence.Passages }) },
            Readable
        );

    private static string Letters(string text) =>
        string.Concat(VietnameseText.Fold(VisibleText.Clean(text)).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static string Unescape(string text) =>
        CodePoint()
            .Replace(
                text,
                match => char.ConvertFromUtf32(int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture))
            );

    [GeneratedRegex(@"\\u\{([0-9A-Fa-f]+)\}")]
    private static partial Regex CodePoint();
}
