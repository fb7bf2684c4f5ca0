using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Understanding.Phrasings;

/// <summary>One way of asking for a section of an article.</summary>
/// <param name="Writer">The name of the file it was read from: one person's phrasings.</param>
/// <param name="ArticleKey">The article it asks for.</param>
/// <param name="SectionId">The section of that article that answers it.</param>
/// <param name="IsFollowUp">Whether it follows an answer from this or a related article and cannot be understood alone.</param>
/// <param name="Text">As typed.</param>
public sealed record Phrasing(string Writer, string ArticleKey, string SectionId, bool IsFollowUp, Lang Language, string Text)
{
    /// <summary>A message of a conversation: common matters have many, rare ones none.</summary>
    public bool IsMessage { get; init; }
}

/// <summary>
/// The training phrasings (<c>Knowledge/Policy/Phrasings/*.tsv</c>): one file per writer, without a header, with the columns article key,
/// section id, <c>whole</c> or <c>follow</c>, language, text. Those in the folder <c>Sections</c> were written from the text of one section
/// each: they tell the sections of an article apart and do not take part in finding the article, whose weights were fitted on phrasings of
/// writers who knew only the subject. Those in the folder <c>Dialogues</c> are messages of conversations, many writers to a file:
/// the writer comes first there.
/// </summary>
public sealed class PhrasingSet
{
    private static readonly Lazy<PhrasingSet> LazyDefault = new(() =>
        Read(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Policy", "Phrasings"))
    );

    private readonly ILookup<string, Phrasing> byArticle;
    private readonly Lazy<string> digest;

    private const string SectionsFolder = "Sections";
    private const string DialoguesFolder = "Dialogues";

    /// <param name="all">In training order.</param>
    /// <param name="ofSections">Those that tell the sections of an article apart.</param>
    public PhrasingSet(IReadOnlyList<Phrasing> all, IReadOnlyList<Phrasing>? ofSections = null)
    {
        All = all;
        OfSections = ofSections ?? [];
        byArticle = all.ToLookup(phrasing => phrasing.ArticleKey, StringComparer.Ordinal);
        digest = new(ComputeDigest);
    }

    /// <summary>The phrasings that are shipped with the program.</summary>
    public static PhrasingSet Default => LazyDefault.Value;

    public static PhrasingSet Empty { get; } = new([]);

    public IReadOnlyList<Phrasing> All { get; }

    public IReadOnlyList<Phrasing> OfSections { get; }

    /// <summary>The writers' names, in order.</summary>
    public IReadOnlyList<string> Writers => [.. All.Select(phrasing => phrasing.Writer).Distinct(StringComparer.Ordinal)];

    public IEnumerable<Phrasing> FindByArticle(string articleKey) => byArticle[articleKey];

    /// <summary>Adds all phrasings to the key of what is learnt from them.</summary>
    internal void AddTo(SnapshotKey key) => key.Add(digest.Value);

    private string ComputeDigest()
    {
        using var key = new SnapshotKey();
        foreach (var phrasing in All.Concat(OfSections))
        {
            key.Add(phrasing.ArticleKey)
                .Add(phrasing.SectionId)
                .Add(phrasing.IsFollowUp ? 1 : 0)
                .Add(phrasing.Language.Code())
                .Add(phrasing.Text);
        }

        return Convert.ToHexString(key.GetHash());
    }

    /// <summary>Only the phrasings of these writers.</summary>
    public PhrasingSet FilterByWriters(IEnumerable<string> writers)
    {
        var names = writers.ToHashSet(StringComparer.Ordinal);
        return new([.. All.Where(phrasing => names.Contains(phrasing.Writer))], OfSections);
    }

    /// <summary>
    /// Without the phrasings of these writers: nobody's messages are judged by what was learnt from the same person. The same set
    /// where it has none.
    /// </summary>
    public PhrasingSet ExcludeWriters(IReadOnlySet<string> writers) =>
        All.Any(phrasing => writers.Contains(phrasing.Writer))
            ? new([.. All.Where(phrasing => !writers.Contains(phrasing.Writer))], OfSections)
            : this;

    /// <summary>Reads every file of a folder; empty when the folder does not exist.</summary>
    /// <exception cref="InvalidDataException">A line does not have the columns described above.</exception>
    public static PhrasingSet Read(string folder) =>
        Directory.Exists(folder)
            ? new(
                [.. ReadFiles(folder), .. ReadFiles(Path.Combine(folder, DialoguesFolder))],
                ReadFiles(Path.Combine(folder, SectionsFolder))
            )
            : Empty;

    private static List<Phrasing> ReadFiles(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.tsv").Order(StringComparer.Ordinal).SelectMany(ReadFile)] : [];

    private static IEnumerable<Phrasing> ReadFile(string path)
    {
        var writer = Path.GetFileNameWithoutExtension(path);
        foreach (var (number, line) in File.ReadLines(path).Index())
        {
            if (line.Length > 0)
            {
                yield return line.Split('\t') switch
                {
                    [var key, var section, "whole" or "follow", _, _] columns => Create(writer, key, section, columns),
                    [var one, var key, var section, "whole" or "follow", _, _] columns => Create(one, key, section, columns) with
                    {
                        IsMessage = true,
                    },
                    _ => throw new InvalidDataException($"{path}, line {number + 1}: five columns were expected, or six with the writer."),
                };
            }
        }
    }

    private static Phrasing Create(string writer, string key, string section, string[] columns) =>
        new(writer, key, section, columns[^3] == "follow", columns[^2] == "en" ? Lang.En : Lang.Vi, VisibleText.Clean(columns[^1]));
}
