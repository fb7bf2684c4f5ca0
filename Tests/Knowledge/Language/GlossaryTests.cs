using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Language;

public class GlossaryTests
{
    [Theory]
    [InlineData("dnnvv được vay không", Lang.Vi, "doanh nghiệp nhỏ và vừa")]
    [InlineData("DNNVV là gì", Lang.En, "small and medium-sized enterprise")]
    [InlineData("SMEs in Hanoi", Lang.Vi, "doanh nghiệp nhỏ và vừa")]
    [InlineData("thue gtgt", Lang.Vi, "thuế giá trị gia tăng")]
    [InlineData("household business tax", Lang.Vi, "hộ kinh doanh")]
    [InlineData("xuất khẩu", Lang.En, "import-export")]
    [InlineData("giam doc", Lang.En, "director")]
    public void The_meanings_of_a_form_are_found(string text, Lang lang, string meaning) => Assert.Contains(meaning, Meanings(text, lang));

    [Theory]
    [InlineData("dnnvv doanh nghiệp nhỏ và vừa", Lang.Vi, "doanh nghiệp nhỏ và vừa")]
    [InlineData("doanh nghiep nho va vua", Lang.Vi, "doanh nghiệp nhỏ và vừa")]
    [InlineData("tin tức", Lang.Vi, "mã số thuế")]
    [InlineData("se vay", Lang.Vi, "doanh nghiệp xã hội")]
    [InlineData("dnn vv", Lang.Vi, "doanh nghiệp nhỏ và vừa")]
    [InlineData("", Lang.Vi, "")]
    public void Meanings_in_the_text_and_common_syllables_are_left_out(string text, Lang lang, string meaning) =>
        Assert.DoesNotContain(meaning, Meanings(text, lang));

    [Fact]
    public void Each_meaning_is_returned_once() =>
        Assert.All(
            [Meanings("dn dn dnnvv sme smes", Lang.Vi), Meanings("vat gtgt vat", Lang.En)],
            meanings => Assert.Equal(meanings.Distinct(StringComparer.Ordinal), meanings)
        );

    [Fact]
    public void Every_pair_of_meanings_is_a_translation() =>
        Assert.Contains(("hộ kinh doanh", "household business"), Glossary.Default.Translations);

    [Fact]
    public void A_line_without_four_cells_is_an_error_that_names_it()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("g.tsv"), "# a remark\nabbr\tAB\tan bình\tpeace\n\nabbr\tCD\n");
        Assert.Contains(
            "abbr\tCD",
            Assert.Throws<InvalidDataException>(() => Glossary.Read(folder.File("g.tsv"))).Message,
            StringComparison.Ordinal
        );
        File.WriteAllText(folder.File("g.tsv"), "# a remark\nabbr\tABX|A X\tan bình|yên bình\tpeace\n");
        Assert.Equal(["an bình", "yên bình"], Glossary.Read(folder.File("g.tsv")).FindMeanings(["a", "x"], Lang.Vi));
    }

    private static List<string> Meanings(string text, Lang lang) =>
        [.. Glossary.Default.FindMeanings(VietnameseText.SplitIntoWords(text), lang)];
}
