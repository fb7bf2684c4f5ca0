using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>
/// Finds names of people that no word announces: a family name and at least two more capitalised words. Names of two words are found only
/// after a title or an introduction, because many places have such names.
/// </summary>
internal static partial class PersonNames
{
    private const int MinWords = 3;
    private const int MaxWords = 5;

    /// <summary>Family names with their marks; also those that without marks would be ordinary words.</summary>
    private static readonly HashSet<string> FamilyNames = new(
        (
            "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Vương Trịnh Trương "
            + "Đinh Lâm Phùng Mai Tô Hà Tạ Cao Lương Lưu Chu Châu Thái Tăng Quách Kiều Khuất Nghiêm Mạc Lại Doãn "
            + "Tống Triệu Bạch Nông Vi Lò Quàng Cà Hứa Âu Tôn Giang La Lục Mã Mạnh Ninh Phí Sầm Thạch Thẩm Tiêu "
            + "Trình Uông Viên Bế Cù Cung Diệp Dư Đàm Đậu Điêu Hàn Hầu Kha Khổng Khương Kim Lã Liêu Lô Ma Nhữ Ôn "
            + "Sùng Thào Giàng Vừ Vàng Lù Tòng Từ Ngụy Thân Đồng Chử Bàn Biện Cầm Chế Chung Chúc Cồ Danh Đổng Đới "
            + "Giáp Hạ Hán Lều Lữ Mẫn Mông Nhan Nhâm Ngọ Quan Tào Thiều Tiết Tưởng Vòng Vưu Đường"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>The most frequent ones as they are typed without marks.</summary>
    private static readonly HashSet<string> UnmarkedFamilyNames = new(
        "Nguyen Tran Le Pham Hoang Huynh Phan Vu Dang Bui Ngo Duong Trinh Truong Dinh Dao Doan".Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>Beginnings of names of places whose first word is a family name.</summary>
    private static readonly HashSet<string> Places = new(StringComparer.Ordinal)
    {
        "Hà Nội",
        "Hà Đông",
        "Hà Nam",
        "Hà Giang",
        "Hà Tĩnh",
        "Hồ Chí",
        "Hồ Tây",
        "Hoàng Mai",
        "Cao Bằng",
        "Lâm Đồng",
        "Ninh Bình",
        "Ninh Thuận",
        "Thái Bình",
        "Thái Nguyên",
        "Thạch Thất",
        "Châu Á",
        "Châu Âu",
    };

    /// <summary>Replaces each such name.</summary>
    public static string Replace(string text, string placeholder) =>
        CapitalisedWordsRegex().Replace(text, match => ReplaceIn(match.Value, placeholder));

    private static string ReplaceIn(string run, string placeholder)
    {
        var words = WordRegex().Matches(run);
        for (var first = 0; first + MinWords <= words.Count; first++)
        {
            var (word, next) = (words[first].Value, words[first + 1].Value);
            if (Places.Contains($"{word} {next}"))
            {
                first++;
            }
            else if (FamilyNames.Contains(word) || UnmarkedFamilyNames.Contains(word))
            {
                var last = words[Math.Min(first + MaxWords, words.Count) - 1];
                return run[..words[first].Index] + placeholder + run[(last.Index + last.Length)..];
            }
        }

        return run;
    }

    [GeneratedRegex(@"(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]*(?:[ \t]+\p{Lu}[\p{L}\p{M}]*){2,}")]
    private static partial Regex CapitalisedWordsRegex();

    [GeneratedRegex(@"[\p{L}\p{M}]+")]
    private static partial Regex WordRegex();
}
