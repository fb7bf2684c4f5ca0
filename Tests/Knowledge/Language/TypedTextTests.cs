using System.Text;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Language.Typing;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Language;

public sealed class TypedTextTests
{
    // Characters of Windows-1252 and the letters that TCVN3 and VNI-Windows show for them; independent of the tables of the product.
    private const string Letters = "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ";
    private const string Tcvn = "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00ADøõö÷ùýúûüþ";
    private static readonly string[] Vni = (
        "aù aø aû aõ aï aê aé aè aú aü aë aâ aá aà aå aã aä ñ eù eø eû eõ eï eâ eá eà eå eã eä í ì æ ó ò où oø oû oõ oï oâ oá "
        + "oà oå oã oä ô ôù ôø ôû ôõ ôï uù uø uû uõ uï ö öù öø öû öõ öï yù yø yû yõ î"
    ).Split(' ');

    [Theory]
    [InlineData("quü b¶o l·nh tÝn dông lµ g×?", "quỹ bảo lãnh tín dụng là gì?")]
    [InlineData("thñ tôc vay vèn \u00ADu ®·i", "thủ tục vay vốn ưu đãi")]
    [InlineData("quyõ baûo laõnh tín duïng laø gì?", "quỹ bảo lãnh tín dụng là gì?")]
    [InlineData("Doanh nghieäp nhoû ñöôïc hoã trôï gì?", "Doanh nghiệp nhỏ được hỗ trợ gì?")]
    [InlineData("thu3 tu5c vay vo61n u7u d9a4i go62m nhu74ng gia61y to72 gi2?", "thủ tục vay vốn ưu đãi gồm những giấy tờ gì?")]
    [InlineData("dieu kien vay voosn uwu ddaxi", "dieu kien vay vốn ưu đãi")]
    [InlineData("Doanh nghie^.p nho? la` gi`?", "Doanh nghiệp nhỏ là gì?")]
    [InlineData("Doanh nghi?p nh? la gi?", "Doanh nghip nh la gi?")]
    [InlineData("a\u202Ebc", "abc")]
    public void Typed_text_is_repaired(string typed, string meant) => Assert.Equal(meant, TypedText.Repair(typed), ignoreCase: false);

    [Theory]
    [InlineData("Tôi có hai cửa hàng, cho tôi hỏi thuế môn bài")]
    [InlineData("tôi có, à không")]
    [InlineData("Où est la société? Le café près de l'hôtel a été fermé, déjà vu, naïve Noël")]
    [InlineData("Wie heißt die Straße für das Büro in Köln?")]
    [InlineData("We have ISO9001, B2B sales of $5m, 25½ m² and COVID19 support in Q1, tax code 0101243150")]
    [InlineData("Mau 01 nd80 tt40 A4 c1 c2 t10 quy 3")]
    [InlineData("không?vậy à")]
    [InlineData("see https://vidu.vn/tim?q=von&x=1")]
    [InlineData("The tax office books a fee; see our access to free food")]
    [InlineData("Vinamilk® và 5 µm")]
    public void Other_text_is_not_changed(string text) => Assert.Equal(text, TypedText.Repair(text));

    [Fact]
    public void No_line_of_the_articles_and_question_sets_is_changed()
    {
        var touched = Lines().Where(line => TypedText.Repair(line) != TypedText.RemoveDirectionMarks(line)).ToList();

        Assert.True(touched.Count == 0, string.Join('\n', touched.Take(20)));
    }

    [Fact]
    public void Every_line_is_restored_from_the_legacy_encodings()
    {
        var (tried, lost) = (0, new List<string>());
        foreach (var line in Lines().Select(line => line.ToLowerInvariant()).Where(IsEligible))
        {
            foreach (var old in new[] { Encode(line, letter => Tcvn[letter].ToString()), Encode(line, letter => Vni[letter]) })
            {
                tried++;
                if (TypedText.Repair(old) != line)
                {
                    lost.Add($"{old} -> {TypedText.Repair(old)}");
                }
            }
        }

        Assert.InRange(tried, 5_000, int.MaxValue);
        Assert.True(lost.Count * 200 <= tried, $"{lost.Count} of {tried}: {string.Join('\n', lost.Take(20))}");
    }

    /// <summary>
    /// Whether a line has at least three words with diacritics and only characters that the legacy encodings can represent.
    /// </summary>
    private static bool IsEligible(string line) =>
        line.All(c => char.IsAscii(c) || Letters.Contains(c, StringComparison.Ordinal))
        && VietnameseText.SplitIntoWords(line) is { Count: > 3 } words
        && words.Count(word => !word.All(char.IsAscii)) * 2 > words.Count;

    private static string Encode(string line, Func<int, string> letter)
    {
        var encoded = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            encoded.Append(char.IsAscii(c) ? c.ToString() : letter(Letters.IndexOf(c, StringComparison.Ordinal)));
        }

        return encoded.ToString();
    }

    private static IEnumerable<string> Lines() =>
        new[] { "Articles", "Evaluation", "Search" }
            .SelectMany(folder => Directory.EnumerateFiles(SourceTree.Combine("Knowledge", folder), "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".md" or ".tsv" or ".jsonl" or ".yaml")
            .SelectMany(File.ReadLines)
            .SelectMany(line => line.Split('\t'))
            .Where(line => line.Length is > 0 and < 4_000)
            .Select(line => line.Normalize())
            .Distinct(StringComparer.Ordinal);
}
