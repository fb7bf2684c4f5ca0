using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Tests.Knowledge.Language;

public class EnglishStemmerTests
{
    [Theory]
    [InlineData("loans", "loan")]
    [InlineData("companies", "company")]
    [InlineData("taxes", "tax")]
    [InlineData("registered", "register")]
    [InlineData("registering", "register")]
    [InlineData("planning", "plan")]
    [InlineData("organization", "organize")]
    [InlineData("businesses", "business")]
    public void Inflected_forms_have_the_same_stem(string form, string word) =>
        Assert.Equal(EnglishStemmer.Stem(word), EnglishStemmer.Stem(form));

    [Theory]
    [InlineData("tax")]
    [InlineData("status")]
    [InlineData("basis")]
    [InlineData("bring")]
    [InlineData("80")]
    [InlineData("need")]
    public void A_word_that_only_looks_inflected_is_not_changed(string word) => Assert.Equal(word, EnglishStemmer.Stem(word));

    [Theory]
    [InlineData("universal", "university")]
    [InlineData("policy", "police")]
    public void Words_of_different_meaning_have_different_stems(string a, string b) =>
        Assert.NotEqual(EnglishStemmer.Stem(a), EnglishStemmer.Stem(b));
}
