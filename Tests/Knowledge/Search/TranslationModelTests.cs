using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search.Learning;

namespace PolicyAssistantBot.Tests.Knowledge.Search;

public class TranslationModelTests
{
    private static readonly (string Vi, string En)[] Texts =
    [
        ("vay vốn", "borrow capital"),
        ("vay tiền ngân hàng", "borrow money bank"),
        ("vốn lưu động", "working capital"),
        ("thuế", "tax"),
        ("miễn thuế", "tax exemption"),
        ("ngân hàng", "bank"),
        ("hàng hóa", "goods"),
        ("tiền thuế", "tax money"),
        ("miễn phí", "free fee exemption"),
    ];

    private static readonly TranslationModel ToVietnamese = TranslationModel.Train(
        Texts.Select(text => (text.En, text.Vi)),
        Lang.En,
        Lang.Vi
    );
    private static readonly TranslationModel ToEnglish = TranslationModel.Train(Texts, Lang.Vi, Lang.En);

    [Theory]
    [InlineData("borrow", "vay")]
    [InlineData("capital", "vốn")]
    [InlineData("tax", "thuế")]
    [InlineData("money", "tiền")]
    [InlineData("bank", "ngân")]
    [InlineData("goods", "hóa")]
    public void A_word_is_translated_by_its_cooccurrences(string english, string vietnamese)
    {
        var found = ToVietnamese.Translate(WordForms.ToLoose(Lang.En, english)).ToList();
        Assert.Equal(WordForms.ToExact(Lang.Vi, vietnamese), found[0].Exact);
        Assert.InRange(found.Count, 1, 4);
        Assert.All(found, word => Assert.InRange(word.Probability, 0.06, 1));
        Assert.Equal(found.OrderByDescending(word => word.Probability), found);
    }

    [Theory]
    [InlineData("vay", "borrow")]
    [InlineData("thue", "tax")]
    [InlineData("mien", "exemption")]
    public void Vietnamese_words_are_translated_with_and_without_diacritics(string vietnamese, string english) =>
        Assert.Equal(english, ToEnglish.Translate(WordForms.ToLoose(Lang.Vi, vietnamese)).First().Exact);

    [Fact]
    public void Unknown_words_and_empty_training_texts_have_no_translation()
    {
        Assert.Empty(ToVietnamese.Translate("zebra"));
        Assert.Empty(TranslationModel.Empty.Translate("tax"));
        Assert.Same(TranslationModel.Empty, TranslationModel.Train([("", "thuế"), ("tax", "?!")], Lang.En, Lang.Vi));
    }

    [Fact]
    public void Long_text_pairs_are_not_used_for_training()
    {
        var (vi, en) = (
            string.Join(' ', Enumerable.Range(0, 30).Select(i => $"từ{i}")),
            string.Join(' ', Enumerable.Range(0, 30).Select(i => $"word{i}"))
        );
        Assert.Same(TranslationModel.Empty, TranslationModel.Train([(en, vi)], Lang.En, Lang.Vi));
        Assert.NotSame(TranslationModel.Empty, TranslationModel.Train([(en, "từ")], Lang.En, Lang.Vi));
    }
}
