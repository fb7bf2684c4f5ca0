namespace PolicyAssistantBot.Knowledge.Language.Masking;

/// <summary>Receives the features of a word.</summary>
internal interface INameFeatureSink
{
    void Add(int template, params ReadOnlySpan<NameFact> facts);
}

/// <summary>The features of a word: combinations of its own evidence and of that of up to two words on either side.</summary>
internal static class NameFeatures
{
    private static readonly NameFact Edge = new("#");

    private static readonly NameEvidence Outside = new()
    {
        Word = Edge,
        Shape = Edge,
        Parts = Edge,
        Foreign = Edge,
        Level = Edge,
        Pair = Edge,
        Cue = Edge,
        Other = Edge,
        Gap = Edge,
        Ending = Edge,
        CanContinue = false,
    };

    /// <summary>Whether a combination is of the words themselves, with which a name is learnt by heart.</summary>
    public static bool IsWord(int template) => template is >= 35 and <= 37;

    /// <summary>Whether a combination has the words beside the word.</summary>
    public static bool IsNeighbour(int template) => template is >= 38 and <= 45;

    public static ulong GetKey(int template, ReadOnlySpan<NameFact> facts)
    {
        var key = (ulong)template;
        foreach (var fact in facts)
        {
            key = NameHash.Combine(key, fact.Key);
        }

        return key;
    }

    public static void Extract<T>(ReadOnlySpan<NameEvidence> words, int index, ref T sink)
        where T : struct, INameFeatureSink, allows ref struct
    {
        var word = words[index];
        var before = index > 0 ? words[index - 1] : Outside;
        var before2 = index > 1 ? words[index - 2] : Outside;
        var after = index + 1 < words.Length ? words[index + 1] : Outside;
        var after2 = index + 2 < words.Length ? words[index + 2] : Outside;
        var left = word.CanContinue ? before : Outside;
        var right = after.CanContinue ? after : Outside;
        var right2 = right.CanContinue && after2.CanContinue ? after2 : Outside;

        // The word in its neighbourhood as a part of a Vietnamese name.
        sink.Add(0, word.Shape);
        sink.Add(1, word.Parts, word.Shape);
        sink.Add(2, word.Parts, word.Level, word.Shape);
        sink.Add(3, left.Parts, word.Parts);
        sink.Add(4, word.Parts, right.Parts);
        sink.Add(5, left.Parts, word.Parts, right.Parts);
        sink.Add(6, word.Parts, right.Parts, right2.Parts);
        sink.Add(7, left.Shape, word.Shape, right.Shape);
        sink.Add(8, word.Parts, word.Pair, after.Pair);
        sink.Add(9, word.Pair, after.Pair, word.Shape);
        sink.Add(10, after.Pair, after2.Pair, word.Parts);
        sink.Add(11, word.Level, word.Pair, after.Pair);
        sink.Add(12, word.Parts, word.Level, word.Pair);
        sink.Add(13, left.Level, word.Level, right.Level);
        sink.Add(14, word.Level, right.Level, word.Shape);
        sink.Add(15, right.Parts, right.Level, after2.Pair);
        sink.Add(16, word.Parts, word.Level, after.Pair);
        sink.Add(17, word.Other, word.Parts);
        sink.Add(18, left.Other, word.Other, right.Other);

        // As a part of a foreign name.
        sink.Add(19, word.Foreign, word.Shape);
        sink.Add(20, word.Foreign, word.Shape, word.Level);
        sink.Add(21, left.Foreign, word.Foreign, right.Foreign);
        sink.Add(22, left.Foreign, word.Foreign, word.Shape);
        sink.Add(23, word.Foreign, right.Foreign, word.Shape);
        sink.Add(24, word.Ending, word.Shape);

        // What announces a name.
        sink.Add(25, word.Cue, word.Shape);
        sink.Add(26, word.Cue, word.Parts, word.Shape);
        sink.Add(27, word.Cue, word.Level, after.Pair);
        sink.Add(28, word.Cue, word.Foreign, word.Shape);
        sink.Add(29, word.Cue, word.Parts, after.Pair);
        sink.Add(30, word.Cue, word.Pair, after.Pair);
        sink.Add(31, left.Cue, word.Shape);
        sink.Add(32, left.Cue, left.Shape, word.Parts);
        sink.Add(33, word.Gap, after.Gap, word.Shape);
        sink.Add(34, word.Gap, word.Parts, word.Shape);

        // The words themselves.
        sink.Add(35, word.Word);
        sink.Add(36, before.Word, word.Word);
        sink.Add(37, word.Word, after.Word);
        sink.Add(38, before.Word, word.Shape);
        sink.Add(39, before.Word, word.Parts);
        sink.Add(40, before2.Word, before.Word);
        sink.Add(41, after.Word, word.Shape);
        sink.Add(42, after.Word, word.Parts);
        sink.Add(43, before2.Word, word.Shape);
        sink.Add(44, after2.Word, word.Shape);
        sink.Add(45, before.Word, word.Gap, word.Level);
    }
}
