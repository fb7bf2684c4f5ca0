using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Tests.Knowledge.Language;

public class LanguageDetectorTests
{
    [Theory]
    [InlineData("Doanh nghiệp nhỏ được hỗ trợ gì?", Lang.Vi, Diacritics.Full, false)]
    [InlineData("Thủ tục vay vốn ngân hàng thế nào", Lang.Vi, Diacritics.Full, false)]
    [InlineData("ISO 9001 được hỗ trợ bao nhiêu", Lang.Vi, Diacritics.Full, false)]
    [InlineData("doanh nghiep nho duoc ho tro gi", Lang.Vi, Diacritics.Missing, false)]
    [InlineData("cty e muon vay von thi can gi a", Lang.Vi, Diacritics.Missing, false)]
    [InlineData("thu tuc dang ky kinh doanh online", Lang.Vi, Diacritics.Missing, false)]
    [InlineData("doanh nghiệp nho duoc ho tro gi khong", Lang.Vi, Diacritics.Partial, false)]
    [InlineData("muốn vay von de mua may thi can giay to gi", Lang.Vi, Diacritics.Partial, false)]
    [InlineData("What support is there for small enterprises?", Lang.En, Diacritics.None, false)]
    [InlineData("tax incentives for supporting industries", Lang.En, Diacritics.None, false)]
    [InlineData("How does a small company in Hà Nội apply for a tax exemption?", Lang.En, Diacritics.None, false)]
    [InlineData("cần apply for giấy phép for my company", Lang.Vi, Diacritics.Full, true)]
    [InlineData("how does my company đăng ký kinh doanh for a tax exemption", Lang.En, Diacritics.None, true)]
    public void Language_and_diacritics_are_detected(string text, Lang lang, Diacritics diacritics, bool mixed)
    {
        var detected = LanguageDetector.Detect(text);
        Assert.Equal((lang, diacritics, mixed, true), (detected.Lang, detected.Diacritics, detected.IsMixed, detected.IsCertain));
        Assert.Equal(diacritics == Diacritics.Missing, detected.LacksDiacritics);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("2026?", false)]
    [InlineData("🙂", false)]
    [InlineData("thuế", true)]
    [InlineData("loan", true)]
    public void A_short_text_is_not_certain(string text, bool recognised) =>
        Assert.Equal(recognised, LanguageDetector.Detect(text).IsRecognised);

    [Fact]
    public void A_long_document_is_detected_by_its_beginning()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(
            Lang.En,
            LanguageDetector
                .Detect(
                    string.Concat(Enumerable.Repeat("What is the loan for? ", 200))
                        + string.Concat(Enumerable.Repeat("được vay vốn ", 200_000))
                )
                .Lang
        );
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60));
    }
}
