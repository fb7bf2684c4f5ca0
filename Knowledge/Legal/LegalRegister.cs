using System.Collections.Frozen;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Legal;

/// <summary>The legal documents that the articles are based on, with their status on a given day.</summary>
public sealed class LegalRegister
{
    private readonly FrozenDictionary<string, LegalDocument> documentsByNumber;

    /// <exception cref="InvalidDataException">A number occurs twice, or a replacement or amendment is not in the register.</exception>
    public LegalRegister(IReadOnlyList<LegalDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        Documents = documents;
        if (documents.GroupBy(document => NormalizeKey(document.Number)).FirstOrDefault(same => same.Count() > 1) is { } duplicate)
        {
            throw new InvalidDataException($"The register has {duplicate.Key} twice.");
        }

        documentsByNumber = documents.ToFrozenDictionary(document => NormalizeKey(document.Number), StringComparer.Ordinal);
        foreach (var document in documents)
        {
            foreach (var other in document.ReplacedBy.Concat(document.AmendedBy).Where(other => Find(other) is null))
            {
                throw new InvalidDataException($"{document.Number} refers to {other}, which is not in the register.");
            }
        }
    }

    /// <summary>The register that is shipped with the program.</summary>
    public static LegalRegister Default { get; } = Load(Path.Combine(YamlData.Folder, "Legal", "register.yaml"));

    public IReadOnlyList<LegalDocument> Documents { get; }

    /// <summary>The day on which a person last compared the register with its sources.</summary>
    public DateOnly CheckedOn { get; private init; } = new(2026, 11, 21);

    public static LegalRegister Load(string path)
    {
        var file = YamlData.Load<RegisterFile>(path);
        return new(file.Documents) { CheckedOn = file.Checked };
    }

    /// <summary>
    /// Finds a document by its full number; case, spaces and diacritics are ignored: <c>80/2021/ND-CP</c> is <c>80/2021/NĐ-CP</c>.
    /// </summary>
    public LegalDocument? Find(string number) => documentsByNumber.GetValueOrDefault(NormalizeKey(number));

    public LegalStatus GetStatus(LegalDocument document, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!document.Confidence.MayBeStated && !document.Confidence.NeedsConfirmation)
        {
            return new LegalStatus.Unverified(document);
        }

        if (document.From > day)
        {
            return new LegalStatus.NotYetInForce(document, document.From.Value);
        }

        return document.Until < day
            ? new LegalStatus.Expired(document, document.Until.Value.AddDays(1), FindReplacements(document, day))
            : new LegalStatus.InForce(
                document,
                [.. document.AmendedBy.Select(number => Find(number)!).Where(amendment => !(amendment.From > day))]
            );
    }

    /// <summary>
    /// The chain of replacements, nearest first, each document once; ends with the documents that are in force on the day.
    /// </summary>
    private List<LegalDocument> FindReplacements(LegalDocument document, DateOnly day)
    {
        var replacements = new List<LegalDocument>();
        var pending = new Queue<LegalDocument>([document]);
        while (pending.TryDequeue(out var next))
        {
            foreach (
                var replacement in next
                    .ReplacedBy.Select(number => Find(number)!)
                    .Where(found => found != document && !replacements.Contains(found))
            )
            {
                replacements.Add(replacement);
                if (replacement.Until < day)
                {
                    pending.Enqueue(replacement);
                }
            }
        }

        return replacements;
    }

    private static string NormalizeKey(string number) => DocumentNumber.NormalizeKey(number);

    private sealed record RegisterFile
    {
        public DateOnly Checked { get; init; }

        public List<LegalDocument> Documents { get; init; } = [];
    }
}
