using FsCheck;
using FsCheck.Fluent;
using PolicyAssistantBot.Studio.Editing;

namespace PolicyAssistantBot.Tests.Studio;

/// <summary>The comparison by word that reviewers see.</summary>
public sealed class WordDiffTests
{
    [Fact]
    public void A_changed_word_stands_between_what_stayed() =>
        Assert.Equal(
            [
                new DiffPart(DiffKind.Same, "Mức hỗ trợ là "),
                new DiffPart(DiffKind.Removed, "50"),
                new DiffPart(DiffKind.Added, "100"),
                new DiffPart(DiffKind.Same, " triệu đồng."),
            ],
            WordDiff.Compare("Mức hỗ trợ là 50 triệu đồng.", "Mức hỗ trợ là 100 triệu đồng.")
        );

    [Fact]
    public void The_parts_are_both_texts_to_the_letter()
    {
        var words = Gen.Elements("một", "hai", " ", "\n", "Một", "50", "  ").ListOf(12).Select(string.Concat);
        var pairs = words.SelectMany(before => words.Select(after => (before, after)));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20261201, 7),
            Prop.ForAll(
                pairs.ToArbitrary(),
                pair =>
                {
                    var parts = WordDiff.Compare(pair.before, pair.after);
                    return Join(parts, DiffKind.Added) == pair.before && Join(parts, DiffKind.Removed) == pair.after;
                }
            )
        );
    }

    private static string Join(IEnumerable<DiffPart> parts, DiffKind without) =>
        string.Concat(parts.Where(part => part.Kind != without).Select(part => part.Text));
}
