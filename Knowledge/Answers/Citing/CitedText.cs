using System.Globalization;
using System.Text;

namespace PolicyAssistantBot.Knowledge.Answers.Citing;

/// <summary>A source of an answer. The same clause of the same document is one source, however many statements rest on it.</summary>
/// <param name="Number">From 1, in the order in which the text rests on the sources; null when no sentence of the text rests on it.</param>
/// <param name="Citations">At least one; more when the article cites the clause for several statements.</param>
public sealed record NumberedSource(int? Number, IReadOnlyList<Citation> Citations)
{
    public string Document => Citations[0].Document;

    public string? Clause => Citations[0].Clause;
}

/// <summary>An answer's text with the numbers of its sources at the sentences that rest on them.</summary>
/// <param name="Text">Markdown with citation marks such as <c>[1]</c> before the closing punctuation of sentences.</param>
/// <param name="Sources">Numbered ones first.</param>
public sealed record CitedText(string Text, IReadOnlyList<NumberedSource> Sources)
{
    public static CitedText Create(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var sources = answer.Citations.GroupBy(c => (c.Document, c.Clause)).Select(group => group.ToList()).ToList();
        var claims = sources.Count == 0 ? [] : CitableSentence.FindAll(answer.Text, answer.Language);
        if (claims.Count == 0)
        {
            return new CitedText(answer.Text, [.. sources.Select(citations => new NumberedSource(null, citations))]);
        }

        var matcher = new ClaimMatcher(sources, claims);
        var sourceOrder = new List<int>();
        var text = new StringBuilder(answer.Text.Length + 32);
        var copiedLength = 0;
        for (var i = 0; i < claims.Count; i++)
        {
            text.Append(answer.Text, copiedLength, claims[i].End - copiedLength);
            copiedLength = claims[i].End;
            foreach (var source in matcher.FindSources(i))
            {
                if (!sourceOrder.Contains(source))
                {
                    sourceOrder.Add(source);
                }

                text.Append(CultureInfo.InvariantCulture, $" [{sourceOrder.IndexOf(source) + 1}]");
            }
        }

        text.Append(answer.Text, copiedLength, answer.Text.Length - copiedLength);
        return new CitedText(
            text.ToString(),
            [
                .. sourceOrder.Select((source, place) => new NumberedSource(place + 1, sources[source])),
                .. Enumerable.Range(0, sources.Count).Except(sourceOrder).Select(source => new NumberedSource(null, sources[source])),
            ]
        );
    }
}
