using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>
/// Questions that name a wish or a whole field ("hỗ trợ doanh nghiệp", "luật mới", "tôi muốn vay vốn") and nothing that tells one
/// article from another. Such a question is asked back, not guessed at.
/// </summary>
internal static partial class Vagueness
{
    /// <summary>Who asks, how politely, and words that only hold a sentence together.</summary>
    private static readonly FrozenSet<string> Filler = Words(
        "toi em minh anh chi ban tui chung ta ben nha cho cua la ve voi di a oi nhe nha nhi thi ma va hay hoac nao gi j sao "
            + "the nao ko k khong khong chua co duoc dc can muon hoi "
            + "biet xin chao hello hi nho giup xem mot cai nhung cac cua dang se bi tai o day gio bay nay hien nam 2025 2026 "
            + "2027 moi mo lap thanh e lam phai thi duoc khi neu nhu ra vao len toan nhieu it hon rat qua day kia cam on chua ro "
            + "phan viec "
            + "i we my our you please want need would like to know about the a an some any for of in on is are can do does how "
            + "what which get with tell me"
    );

    /// <summary>The field itself: half of all articles could be meant.</summary>
    private static readonly FrozenSet<string> Field = Words(
        "ho tro doanh nghiep dn dnnvv sme smes cong ty cty hkd kinh doanh ho nho vua sieu be luat quy dinh chinh sach che do "
            + "co che van ban moi thue tndn gtgt vay von tien "
            + "ngan hang tai chinh ha noi nha nuoc uu dai chuong trinh goi thu tuc dang ky chung chi nhan san pham hang hoa tieu "
            + "chuan nha cung cap "
            + "support help business businesses company companies enterprise enterprises small medium micro law laws new policy "
            + "policies tax loan loans money finance financing program programme hanoi grant certificate certificates "
            + "certification product products standard standards supplier suppliers"
    );

    /// <param name="folded">Folded words, separated by single spaces.</param>
    public static bool IsVague(string folded)
    {
        var words = folded.Split(' ');
        return words.Length > 0
            && words.All(word => Filler.Contains(word) || Field.Contains(word))
            && words.Any(Field.Contains)
            && words.Count(word => Field.Contains(word)) <= MostFieldWords
            && !Matters().IsMatch(folded);
    }

    // Words of the field that together do tell the matter: what something is, which of two sizes, from a household to an enterprise.
    [GeneratedRegex(
        @"\b(cong nghiep|(thanh lap|dang ky)( moi)? (cong ty|cty|doanh nghiep|dn|kinh doanh)|mo (cong ty|cty)|goi la|duoc coi la|duoc xem la|(sieu )?nho hay (la )?(nho|vua)|(ho kinh doanh|hkd)\b.*\b(len|thanh|sang) (cong ty|cty|doanh nghiep|dn)|(len|thanh|sang) (cong ty|cty|doanh nghiep|dn)\b.*\b(ho kinh doanh|hkd))\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Matters();

    /// <summary>More words of the field than these begin to tell what is meant.</summary>
    private const int MostFieldWords = 9;

    /// <summary>Names the field: half of all articles could be meant.</summary>
    public static bool IsField(string word) => Field.Contains(word);

    /// <summary>Holds a word of the field itself.</summary>
    public static bool NamesField(string folded) => folded.Split(' ').Any(Field.Contains);

    /// <summary>Says who asks or names the field: no word of the matter itself.</summary>
    public static bool IsGeneral(string word) => Filler.Contains(word) || Field.Contains(word);

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
