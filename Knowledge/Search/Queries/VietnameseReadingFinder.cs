using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Language.Typing;
using PolicyAssistantBot.Knowledge.Search.Indexing;

namespace PolicyAssistantBot.Knowledge.Search.Queries;

/// <summary>Finds the readings of one typed Vietnamese word.</summary>
internal sealed class VietnameseReadingFinder(LanguageIndex index, DecoderCosts costs)
{
    private const int MaxReadings = 12;
    private readonly Vocabulary words = index.Vocabulary;
    private readonly List<WordReading> readings = [];

    public List<WordReading> Find(string typedWord)
    {
        readings.Clear();
        var exact = VietnameseText.Canonicalize(typedWord);
        var folded = VietnameseText.Fold(typedWord);
        var loose = VietnameseText.Canonicalize(folded);
        var id = words.FindExact(exact);
        var looseId = words.FindLoose(loose);
        var hasDiacritics = !string.Equals(folded, typedWord, StringComparison.Ordinal);
        readings.Add(WordReading.ForWord(id, id < 0 ? costs.UnknownWord : 0));
        if (char.IsAsciiDigit(typedWord[0]))
        {
            return [.. readings];
        }

        if (looseId >= 0)
        {
            AddSameLoose(looseId, id, exact, hasDiacritics);
        }

        AddTelex(typedWord, id);
        AddChatExpansions(typedWord, isKnown: id >= 0 || (!hasDiacritics && looseId >= 0));
        if (hasDiacritics ? id < 0 : looseId < 0)
        {
            AddMisspellings(folded, exact);
        }

        return readings.Count <= MaxReadings
            ? [.. readings]
            : [.. readings.OrderBy(r => r.Cost + index.LanguageModel.GetCost(-1, r.FirstWord)).Take(MaxReadings)];
    }

    private static int GetTone(string exact) =>
        exact.Length > 1 && exact[^1] is >= '1' and <= '5' && char.IsLetter(exact[^2]) ? exact[^1] - '0' : 0;

    /// <summary>Whether a syllable has every diacritic that was typed.</summary>
    private static bool HasTypedDiacritics(string syllable, string typedWord)
    {
        var (toneTyped, tone) = (GetTone(typedWord), GetTone(syllable));
        var length = typedWord.Length - (toneTyped > 0 ? 1 : 0);
        if ((toneTyped > 0 && toneTyped != tone) || length != syllable.Length - (tone > 0 ? 1 : 0))
        {
            return false;
        }

        for (var i = 0; i < length; i++)
        {
            if (typedWord[i] != syllable[i] && typedWord[i] != VietnameseLetters.Fold(syllable[i]))
            {
                return false;
            }
        }

        return true;
    }

    private void AddSameLoose(int looseId, int id, string exact, bool hasDiacritics)
    {
        foreach (var member in words.GetMembers(looseId))
        {
            if (member != id)
            {
                readings.Add(
                    WordReading.ForWord(
                        member,
                        !hasDiacritics ? 0
                            : HasTypedDiacritics(words.GetExactForm(member), exact) ? costs.MissingDiacritics
                            : costs.WrongDiacritics
                    )
                );
            }
        }
    }

    private void AddTelex(string typedWord, int id)
    {
        if (Telex.Decode(typedWord) is { } decoded && words.FindExact(decoded) is var decodedId and >= 0 && decodedId != id)
        {
            readings.Add(WordReading.ForWord(decodedId, id >= 0 ? costs.TelexInKnownWord : costs.Telex));
        }
    }

    private void AddChatExpansions(string typedWord, bool isKnown)
    {
        foreach (var meaning in ChatSpelling.FindExpansions(typedWord))
        {
            var ids = VietnameseText.SplitIntoWords(meaning).Select(word => words.FindExact(VietnameseText.Canonicalize(word))).ToArray();
            if (Array.TrueForAll(ids, id => id >= 0))
            {
                readings.Add(
                    new WordReading(
                        ids[0],
                        ids.Length > 1 ? ids[1] : WordReading.NoWord,
                        ids.Length > 2 ? ids[2..] : null,
                        isKnown ? costs.ChatSpellingOfKnownWord : costs.ChatSpelling
                    )
                );
            }
        }
    }

    private void AddMisspellings(string folded, string exact)
    {
        var tone = GetTone(exact);
        var looseWords = words.LooseLookup;
        SingleEdits.Find(folded, looseWords, loose => AddMembers(loose, tone, costs.SingleEdit));
        foreach (var sound in ChatSpelling.GetSoundAlikes(folded))
        {
            if (looseWords.TryGetValue(sound, out var loose))
            {
                AddMembers(loose, tone, costs.PhoneticSpelling);
            }
        }

        for (var i = 1; i < folded.Length && folded.Length <= 14; i++)
        {
            if (
                looseWords.TryGetValue(folded.AsSpan(0, i), out var first)
                && looseWords.TryGetValue(folded.AsSpan(i), out var second)
                && VietnameseSyllables.IsPossible(folded[..i])
                && VietnameseSyllables.IsPossible(folded[i..])
            )
            {
                readings.Add(new WordReading(FindMostFrequent(first), FindMostFrequent(second), null, costs.SplitWord));
            }
        }
    }

    private void AddMembers(int loose, int tone, double cost)
    {
        foreach (var member in words.GetMembers(loose))
        {
            readings.Add(
                WordReading.ForWord(member, cost + (tone > 0 && GetTone(words.GetExactForm(member)) != tone ? costs.ToneChange : 0))
            );
        }
    }

    private int FindMostFrequent(int loose) => words.GetMembers(loose).MaxBy(index.LanguageModel.GetCount);
}
