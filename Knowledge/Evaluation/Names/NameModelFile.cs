using System.Security.Cryptography;
using System.Text;
using PolicyAssistantBot.Knowledge.Language.Masking;

namespace PolicyAssistantBot.Knowledge.Evaluation.Names;

/// <summary>Makes <c>Language/Data/names-model.tsv</c> from the files beside it and from texts without names.</summary>
public static class NameModelFile
{
    private static readonly string[] Head =
    [
        "# The weights by which names of people are recognised. Written by `knowledge train names`, not by hand; see docs/privacy.md.",
        "# digest: of the lists, templates and settings from which they were learnt. total: the number of words. words and pairs: a",
        "# rounded count, and what occurs so often in texts without names (a pair as its first word and the second ones; ~ before a word:",
        "# in texts without marks). The other lines are features: the",
        "# number of the combination (NameFeatures), its values, the weights of the first, an inner, the last and an only word of a name.",
    ];

    /// <param name="texts">Texts without names; those that do name somebody are left out.</param>
    public static IEnumerable<string> Create(IEnumerable<string> texts) => Create(texts, new NameTrainingOptions());

    internal static IEnumerable<string> Create(IEnumerable<string> texts, NameTrainingOptions options)
    {
        var vietnamese = NameLists.ReadEntries(NameLists.ReadFile("names.tsv"));
        var plain = PlainTexts.Select(texts, vietnamese);
        var corpus = new NameCorpus(plain);
        var generator = new NameSentenceGenerator(
            ReadLines("name-templates.tsv"),
            plain,
            NameLists.ReadEntries(NameLists.ReadFile("name-others.tsv")),
            vietnamese,
            NameLists.ReadEntries(NameLists.ReadFile("names-foreign.tsv"))
        );
        var sentences = generator.Create(options, [.. ReadLines("name-messages.tsv").Select(NameSentence.Mark)]);
        return
        [
            .. Head,
            $"digest\t{ComputeDigest(options)}",
            .. corpus.Write(),
            .. NameTraining.Learn(sentences, corpus.CreateVocabulary(), options),
        ];
    }

    /// <summary>
    /// Of all that the weights depend on beside the plain texts: the lists and templates, the kinds of evidence, the settings. Weights with
    /// another digest are stale.
    /// </summary>
    internal static string ComputeDigest(NameTrainingOptions options)
    {
        string[] files = ["names.tsv", "names-foreign.tsv", "name-templates.tsv", "name-others.tsv", "name-messages.tsv"];
        var lines = files.SelectMany(NameLists.ReadFile).Concat(Enum.GetNames<NameCues>()).Concat(Enum.GetNames<NameGap>());
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines.Append(options.ToString())))))[..16];
    }

    private static List<string> ReadLines(string name) => [.. NameLists.ReadFile(name).Where(line => line.Length > 0 && line[0] != '#')];
}
