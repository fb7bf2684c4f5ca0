using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Language.Typing;
using PolicyAssistantBot.Knowledge.Search.Indexing;

namespace PolicyAssistantBot.Knowledge.Search.Queries;

/// <summary>Finds the readings of one typed Vietnamese word.</summary>
internal sealed class VietnameseWordReadings(LanguageIndex index, DecoderCosts costs)
{
    private const int MaxReadings = 12;
    private readonly Vocabulary words = index.Vocabulary;
    private readonly List<WordReading> found = [];

    public List<WordReading> Of(string typed)
    {
        found.Clear();
        var exact = VietnameseText.Canonicalize(typed);
        var folded = VietnameseText.Fold(typed);
        var loose = VietnameseText.Canonicalize(folded);
        var id = words.FindExact(exact);
        var looseId = words.FindLoose(loose);
        var marked = !string.Equals(folded, typed, StringComparison.Ordinal);
        found.Add(WordReading.Word(id, id < 0 ? costs.Unknown : 0));
        if (char.IsAsciiDigit(typed[0]))
        {
            return [.. found];
        }

        if (looseId >= 0)
        {
            AddSameLoose(looseId, id, exact, marked);
        }

        AddTelex(typed, id);
        AddChat(typed, known: id >= 0 || (!marked && looseId >= 0));
        if (marked ? id < 0 : looseId < 0)
        {
            AddSlips(folded, exact);
        }

        return found.Count <= MaxReadings
            ? [.. found]
            : [.. found.OrderBy(r => r.Cost + index.LanguageModel.Cost(-1, r.First)).Take(MaxReadings)];
    }

    private static int ToneOf(string exact) =>
        exact.Length > 1 && exact[^1] is >= '1' and <= '5' && char.IsLetter(exact[^2]) ? exact[^1] - '0' : 0;

    /// <summary>Whether a syllable has every diacritic that was typed.</summary>
    private static bool Covers(string syllable, string typed)
    {
        var (toneTyped, tone) = (ToneOf(typed), ToneOf(syllable));
        var length = typed.Length - (toneTyped > 0 ? 1 : 0);
        if ((toneTyped > 0 && toneTyped != tone) || length != syllable.Length - (tone > 0 ? 1 : 0))
        {
            return false;
        }

        for (var i = 0; i < length; i++)
        {
            if (typed[i] != syllable[i] && typed[i] != VietnameseLetters.Fold(syllable[i]))
            {
                return false;
            }
        }

        return true;
    }

    private void AddSameLoose(int looseId, int id, string exact, bool marked)
    {
        foreach (var member in words.GetMembers(looseId))
        {
            if (member != id)
            {
                found.Add(
                    WordReading.Word(
                        member,
                        !marked ? 0
                            : Covers(words.GetExactForm(member), exact) ? costs.MoreMarks
                            : costs.OtherMarks
                    )
                );
            }
        }
    }

    private void AddTelex(string typed, int id)
    {
        if (Telex.Decode(typed) is { } meant && words.FindExact(meant) is var telex and >= 0 && telex != id)
        {
            found.Add(WordReading.Word(telex, id >= 0 ? costs.TelexKnown : costs.Telex));
        }
    }

    private void AddChat(string typed, bool known)
    {
        foreach (var meaning in ChatSpelling.FindExpansions(typed))
        {
            var meant = VietnameseText.SplitIntoWords(meaning).Select(word => words.FindExact(VietnameseText.Canonicalize(word))).ToArray();
            if (Array.TrueForAll(meant, word => word >= 0))
            {
                found.Add(
                    new WordReading(
                        meant[0],
                        meant.Length > 1 ? meant[1] : WordReading.None,
                        meant.Length > 2 ? meant[2..] : null,
                        known ? costs.ChatKnown : costs.Chat
                    )
                );
            }
        }
    }

    private void AddSlips(string folded, string exact)
    {
        var tone = ToneOf(exact);
        var known = words.LooseLookup;
        SingleEdits.Find(folded, known, loose => AddMembers(loose, tone, costs.Slip));
        foreach (var sound in ChatSpelling.GetSoundAlikes(folded))
        {
            if (known.TryGetValue(sound, out var loose))
            {
                AddMembers(loose, tone, costs.Sound);
            }
        }

        for (var i = 1; i < folded.Length && folded.Length <= 14; i++)
        {
            if (
                known.TryGetValue(folded.AsSpan(0, i), out var first)
                && known.TryGetValue(folded.AsSpan(i), out var second)
                && VietnameseSyllables.IsPossible(folded[..i])
                && VietnameseSyllables.IsPossible(folded[i..])
            )
            {
                found.Add(new WordReading(MostFrequent(first), MostFrequent(second), null, costs.Split));
            }
        }
    }

    private void AddMembers(int loose, int tone, double cost)
    {
        foreach (var member in words.GetMembers(loose))
        {
            found.Add(WordReading.Word(member, cost + (tone > 0 && ToneOf(words.GetExactForm(member)) != tone ? costs.ToneChange : 0)));
        }
    }

    private int MostFrequent(int loose) => words.GetMembers(loose).MaxBy(index.LanguageModel.Count);
}
