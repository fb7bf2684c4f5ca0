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
    private readonly bool[,] restsOnSource;

    public ClaimMatcher(IReadOnlyList<List<Citation>> sources, IReadOnlyList<CitableSentence> claims)
    {
        this.sources = sources;
        figures = [.. sources.Select(ReadFigures)];
        restsOnSource = new bool[sources.Count, claims.Count];
        var isAnyShown = false;
        for (var source = 0; source < sources.Count; source++)
        {
            for (var claim = 0; claim < claims.Count; claim++)
            {
                restsOnSource[source, claim] = NamesSource(source, claims[claim]) || GivesFigure(source, claims[claim]);
                isAnyShown |= restsOnSource[source, claim];
            }
        }

        for (var source = 0; !isAnyShown && source < sources.Count; source++)
        {
            restsOnSource[source, claims.Count - 1] = true;
        }
    }

    public IEnumerable<int> FindSources(int claim) => Enumerable.Range(0, sources.Count).Where(source => restsOnSource[source, claim]);

    private bool NamesSource(int source, CitableSentence claim)
    {
        var isDocumentNamed = claim.Text.Contains(GetDocument(source), StringComparison.OrdinalIgnoreCase);
        return IsClauseNamed(source, claim)
            ? isDocumentNamed || !claim.Figures.Any(figure => figure.Kind == FigureKind.Document)
            : isDocumentNamed
                && !Enumerable.Range(0, sources.Count).Any(other => IsSameDocument(other, source) && IsClauseNamed(other, claim));
    }

    private bool GivesFigure(int source, CitableSentence claim) => figures[source].Overlaps(claim.Figures);

    private static HashSet<(FigureKind Kind, string Value)> ReadFigures(List<Citation> source) =>
        [.. source.SelectMany(citation => citation.Figures).SelectMany(figure => CitableSentence.ReadFigures(figure, Lang.Vi))];

    private string GetDocument(int source) => sources[source][0].Document;

    private bool IsSameDocument(int other, int source) => other != source && GetDocument(other) == GetDocument(source);

    private bool IsClauseNamed(int source, CitableSentence claim) =>
        sources[source][0].Clause is { } clause
        && clause
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Any(part => ContainsWhole(claim.Text, part) || ContainsWhole(claim.Text, GetArticle(part)));

    /// <summary>The article of a clause: <c>Điều 13</c> of <c>Điều 13 khoản 2</c>.</summary>
    private static string GetArticle(string clause)
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
