using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Knowledge.Answers.Citing;

/// <summary>
/// Which sentences rest on which source: those that name its document or clause, and those that give a figure of it. When no sentence
/// shows any source, the whole text rests on all of them, and the last sentence carries the citation marks.
/// </summary>
internal sealed class ClaimMatcher
{
    private readonly IReadOnlyList<List<Citation>> sources;
    private readonly List<HashSet<(FigureKind Kind, string Value)>> figures;
    private readonly bool[,] rests;

    public ClaimMatcher(IReadOnlyList<List<Citation>> sources, IReadOnlyList<Claim> claims)
    {
        this.sources = sources;
        figures = [.. sources.Select(FiguresOf)];
        rests = new bool[sources.Count, claims.Count];
        var isAnyShown = false;
        for (var source = 0; source < sources.Count; source++)
        {
            for (var claim = 0; claim < claims.Count; claim++)
            {
                rests[source, claim] = Names(source, claims[claim]) || GivesFigure(source, claims[claim]);
                isAnyShown |= rests[source, claim];
            }
        }

        for (var source = 0; !isAnyShown && source < sources.Count; source++)
        {
            rests[source, claims.Count - 1] = true;
        }
    }

    public IEnumerable<int> SourcesOf(int claim) => Enumerable.Range(0, sources.Count).Where(source => rests[source, claim]);

    private bool Names(int source, Claim claim)
    {
        var isDocumentNamed = claim.Text.Contains(Document(source), StringComparison.OrdinalIgnoreCase);
        return IsClauseNamed(source, claim)
            ? isDocumentNamed || !claim.Figures.Any(figure => figure.Kind == FigureKind.Document)
            : isDocumentNamed && !Enumerable.Range(0, sources.Count).Any(other => IsSibling(other, source) && IsClauseNamed(other, claim));
    }

    private bool GivesFigure(int source, Claim claim) => figures[source].Overlaps(claim.Figures);

    private static HashSet<(FigureKind Kind, string Value)> FiguresOf(List<Citation> source) =>
        [.. source.SelectMany(citation => citation.Figures).SelectMany(figure => Claim.FiguresOf(figure, Lang.Vi))];

    private string Document(int source) => sources[source][0].Document;

    private bool IsSibling(int other, int source) => other != source && Document(other) == Document(source);

    private bool IsClauseNamed(int source, Claim claim) =>
        sources[source][0].Clause is { } clause
        && clause
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Any(part => ContainsWhole(claim.Text, part) || ContainsWhole(claim.Text, Article(part)));

    /// <summary>The article of a clause: <c>Điều 13</c> of <c>Điều 13 khoản 2</c>.</summary>
    private static string Article(string clause)
    {
        var words = clause.Split(' ', 3);
        return words.Length < 2 ? clause : $"{words[0]} {words[1]}";
    }

    /// <summary><c>Điều 1</c> is not named by <c>Điều 13</c>.</summary>
    private static bool ContainsWhole(string text, string part)
    {
        for (var at = 0; (at = text.IndexOf(part, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += part.Length)
        {
            if (at + part.Length == text.Length || !char.IsLetterOrDigit(text[at + part.Length]))
            {
                return true;
            }
        }

        return false;
    }
}
