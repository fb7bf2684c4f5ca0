using System.Text;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Tests.Knowledge.Language;

/// <summary>Texts of composed letters are normalised and cleaned by tables: with the same result as by the library.</summary>
public sealed class ComposedTextTests
{
    [Fact]
    public void EachComposedCharacterIsNormalisedAsByTheLibrary()
    {
        for (var c = '\0'; c < '\u3000'; c++)
        {
            var text = $"a{c}b";
            Assert.Equal(text.Normalize(NormalizationForm.FormC).ToLowerInvariant(), VietnameseText.Normalize(text));
        }
    }

    [Theory]
    [InlineData("Điều kiện được HỖ TRỢ là gì?")]
    [InlineData("hỗ trợ")]
    [InlineData("İstanbul ΑΒΓ ﬁ ①")]
    [InlineData("\u0301 bắt đầu bằng dấu")]
    [InlineData("")]
    public void TextsAreNormalisedAsByTheLibrary(string text) =>
        Assert.Equal(text.Normalize(NormalizationForm.FormC).ToLowerInvariant(), VietnameseText.Normalize(text));

    [Theory]
    [InlineData("Công ty em được hỗ trợ gì?", "Công ty em được hỗ trợ gì?")]
    [InlineData("  hai  khoảng trống ", "hai khoảng trống")]
    [InlineData("chữ\u200b ẩn", "chữ ẩn")]
    [InlineData("chữ Сyrillic", "chữ Cyrillic")]
    [InlineData("10 m² … ½", "10 m2 ... 1⁄2")]
    public void TextsAreCleaned(string text, string clean) => Assert.Equal(clean, VisibleText.Clean(text));

    [Fact]
    public void CleanTextIsNotCopied() => Assert.Same(Typed, VisibleText.Clean(Typed));

    private const string Typed = "Quỹ hỗ trợ phát triển DNNVV cho vay tối đa bao nhiêu %, trong mấy năm?";
}
