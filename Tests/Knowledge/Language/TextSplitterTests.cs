using FsCheck;
using FsCheck.Fluent;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Tests.Knowledge.Language;

public class TextSplitterTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  … !? ", "")]
    [InlineData("Nộp hồ sơ tại Sở", "Nộp hồ sơ tại Sở")]
    [InlineData(
        "Doanh nghiệp nhỏ được hỗ trợ. Hồ sơ nộp tại Sở! Có mất phí không? Không…",
        "Doanh nghiệp nhỏ được hỗ trợ.|Hồ sơ nộp tại Sở!|Có mất phí không?|Không…"
    )]
    [InlineData(
        "Theo Đ. 5 k. 2 NĐ-CP thì mức là 1.234,5 triệu đồng. Nộp tại TP. Hà Nội trước 1.7.2026.",
        "Theo Đ. 5 k. 2 NĐ-CP thì mức là 1.234,5 triệu đồng.|Nộp tại TP. Hà Nội trước 1.7.2026."
    )]
    [InlineData(
        "Cần giấy phép, hợp đồng, v.v. và bản sao. Cần con dấu, chữ ký, v.v. Nộp một bộ.",
        "Cần giấy phép, hợp đồng, v.v. và bản sao.|Cần con dấu, chữ ký, v.v.|Nộp một bộ."
    )]
    [InlineData("Xem https://hanoi.gov.vn/ho-so. Gửi a.b@hanoi.gov.vn ngay.", "Xem https://hanoi.gov.vn/ho-so.|Gửi a.b@hanoi.gov.vn ngay.")]
    [InlineData(
        "Ask Mr. Smith of A.B.C. Ltd. about it, e.g. by phone. He knows.",
        "Ask Mr. Smith of A.B.C. Ltd. about it, e.g. by phone.|He knows."
    )]
    [InlineData("Hồ sơ gồm đơn; giấy phép; bản vẽ.", "Hồ sơ gồm đơn;|giấy phép;|bản vẽ.")]
    [InlineData("Dòng một\nDòng hai\n\nDòng ba", "Dòng một|Dòng hai|Dòng ba")]
    public void Sentences_end_at_full_stops_but_not_after_abbreviations_or_in_figures(string text, string sentences) =>
        Assert.Equal(sentences, string.Join('|', TextSplitter.SplitIntoSentences(text).Select(part => part.Text)));

    [Theory]
    [InlineData(
        "1. Đối tượng: doanh nghiệp nhỏ. Có lao động.\n2. Mức hỗ trợ",
        "[1.]Đối tượng: doanh nghiệp nhỏ.|Có lao động.|[2.]Mức hỗ trợ"
    )]
    [InlineData("a) đơn đề nghị;\nđ) giấy phép;", "[a)]đơn đề nghị;|[đ)]giấy phép;")]
    [InlineData("- một\n• hai\n12.3. ba", "[-]một|[•]hai|[12.3.]ba")]
    [InlineData("2026 là năm đầu. 5% là mức.", "2026 là năm đầu.|5% là mức.")]
    public void The_marker_of_a_part_is_separate_from_its_text(string text, string parts) =>
        Assert.Equal(parts, string.Join('|', TextSplitter.SplitIntoSentences(text).Select(Format)));

    [Theory]
    [InlineData(
        "1. Đối tượng là doanh nghiệp nhỏ. Có lao động.\na) đủ vốn;\nb) đủ người. Trừ hộ kinh doanh.\n\nĐoạn khác. Câu nữa.",
        "[1.]Đối tượng là doanh nghiệp nhỏ. Có lao động.|[a)]đủ vốn;|[b)]đủ người. Trừ hộ kinh doanh.|Đoạn khác. Câu nữa."
    )]
    [InlineData("Một câu. Hai câu.", "Một câu. Hai câu.")]
    [InlineData("", "")]
    public void A_clause_contains_all_sentences_under_its_number(string text, string clauses) =>
        Assert.Equal(clauses, string.Join('|', TextSplitter.SplitIntoClauses(text).Select(Format)));

    [Fact]
    public void Every_part_begins_at_its_offset()
    {
        const string text = "Một câu.  Hai câu.\n  a) ba";
        Assert.Equal(
            ["Một câu.", "Hai câu.", "a) ba"],
            TextSplitter.SplitIntoSentences(text).Select(part => text[part.Start..].Split('\n')[0].Split("  ")[0])
        );
    }

    [Fact]
    public void Every_word_of_a_text_is_in_exactly_one_part() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(3_000),
            Prop.ForAll(
                Texts().ToArbitrary(),
                text =>
                    VietnameseText.SplitIntoWords(text).SequenceEqual(Words(TextSplitter.SplitIntoSentences(text)), StringComparer.Ordinal)
                    && VietnameseText.SplitIntoWords(text).SequenceEqual(Words(TextSplitter.SplitIntoClauses(text)), StringComparer.Ordinal)
            )
        );

    private static IEnumerable<string> Words(IEnumerable<TextPart> parts) =>
        parts.SelectMany(part => VietnameseText.SplitIntoWords(part.Marker).Concat(VietnameseText.SplitIntoWords(part.Text)));

    private static string Format(TextPart part) => part.Marker.Length == 0 ? part.Text : $"[{part.Marker}]{part.Text}";

    private static Gen<string> Texts() =>
        from parts in Gen.ArrayOf(
            Gen.Elements(
                "1. ",
                "a) ",
                "đ) ",
                "- ",
                "vốn",
                "TP. ",
                "v.v. ",
                ". ",
                "; ",
                "? ",
                "\n",
                " ",
                "Hà Nội",
                "12.3",
                "😀",
                "\ud83d",
                "e\u0301",
                "…",
                ")",
                "ABC.",
                "\t",
                "漢字"
            ),
            12
        )
        select string.Concat(parts);
}
