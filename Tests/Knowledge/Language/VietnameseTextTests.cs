using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Tests.Knowledge.Language;

public class VietnameseTextTests
{
    [Theory]
    [InlineData("Nghị định số 80/2021/NĐ-CP", "nghi dinh so 80/2021/nd-cp")]
    [InlineData("ĐƯỜNG", "duong")]
    [InlineData("tie\u0302\u0301ng", "tieng")]
    [InlineData("", "")]
    public void Folding_removes_all_diacritics(string text, string folded) => Assert.Equal(folded, VietnameseText.Fold(text));

    [Theory]
    [InlineData("hoà", "hòa")]
    [InlineData("kỹ", "kĩ")]
    [InlineData("thuý", "thúy")]
    [InlineData("quý", "quí")]
    public void Two_spellings_of_a_syllable_have_the_same_canonical_form(string one, string other) =>
        Assert.Equal(VietnameseText.Canonicalize(one), VietnameseText.Canonicalize(other));

    [Theory]
    [InlineData("tay", "tai")]
    [InlineData("thuy", "thui")]
    [InlineData("mua", "mưa")]
    public void Different_syllables_have_different_canonical_forms(string one, string other) =>
        Assert.NotEqual(VietnameseText.Canonicalize(one), VietnameseText.Canonicalize(other));

    [Fact]
    public void Words_are_letters_and_numbers() =>
        Assert.Equal(
            ["nghị", "định", "80", "2021", "nđ", "cp", "email", "½"],
            VietnameseText.SplitIntoWords("Nghị định 80/2021/NĐ-CP (email: ½)")
        );

    [Theory]
    [InlineData("\ud800 x \udc00")]
    [InlineData("\uffff\ufffe\0")]
    public void Text_with_broken_surrogates_is_normalised(string text) => Assert.NotNull(VietnameseText.SplitIntoWords(text));

    [Theory]
    [InlineData("Tôi muốn vay vốn lưu động", Lang.Vi, Diacritics.Full)]
    [InlineData("toi muon vay von luu dong cho cty nho", Lang.Vi, Diacritics.Missing)]
    [InlineData("How do I get a loan for my company?", Lang.En, Diacritics.None)]
    [InlineData("What is a small enterprise?", Lang.En, Diacritics.None)]
    [InlineData("doanh nghiep nho va vua la gi", Lang.Vi, Diacritics.Missing)]
    public void The_language_is_detected_by_its_words(string text, Lang lang, Diacritics diacritics)
    {
        var detected = LanguageDetector.Detect(text);
        Assert.Equal((lang, diacritics), (detected.Lang, detected.Diacritics));
    }

    [Theory]
    [InlineData("asdkjh qwoieu zxmncb")]
    [InlineData("gpqfkxry bprbabv fjcupp hjdlwh bmd cyskv cbsegcjr yjdshbqh pv zlldxyyj")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("ISO 14001")]
    [InlineData("你好")]
    [InlineData("asdkjh tax qwoieu zxmncb poiuy")]
    public void Random_letters_and_names_have_no_certain_language(string text) => Assert.False(LanguageDetector.Detect(text).IsCertain);

    [Theory]
    [InlineData("loan guarantee fund eligibility")]
    [InlineData("what is SMEDF")]
    [InlineData("supplier requirements of Samsung")]
    public void A_few_English_words_are_enough_for_English(string text)
    {
        var detected = LanguageDetector.Detect(text);
        Assert.Equal((Lang.En, true), (detected.Lang, detected.IsCertain));
    }
}
