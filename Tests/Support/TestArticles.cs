using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Tests.Support;

/// <summary>A small knowledge base of invented rules, so that tests do not depend on the current law.</summary>
internal static class TestArticles
{
    public static KnowledgeBase Knowledge { get; } = KnowledgeBase.Build([Software, Loan, OldTax, Fair], Register);

    public static AnswerPipeline Pipeline(TimeProvider? clock = null) => new(() => Knowledge, clock ?? new FakeTime());

    private static LegalRegister Register =>
        new([
            Document("40/2021/TT-BTC", new DateOnly(2021, 8, 1), new DateOnly(2025, 12, 31), "9/2026/TT-BTC"),
            Document("9/2026/TT-BTC", new DateOnly(2026, 1, 1), null),
            Document("33/2020/TT-BTC", new DateOnly(2020, 1, 1), new DateOnly(2024, 12, 31), "9/2026/TT-BTC"),
            Document("70/2022/NĐ-CP", new DateOnly(2022, 1, 1), null),
        ]);

    private static LegalDocument Document(string number, DateOnly from, DateOnly? until, params string[] replacedBy) =>
        new()
        {
            Number = number,
            Kind = number.EndsWith("TT-BTC", StringComparison.Ordinal) ? DocumentKind.Circular : DocumentKind.Decree,
            Title = new LocalizedText($"Văn bản thử {number}", $"Test document {number}"),
            From = from,
            Until = until,
            ReplacedBy = replacedBy,
            Confidence = new Confidence(VerificationLabel.V1, VerificationLevel.High),
        };

    private static Article Software =>
        Article(
            "T1-software",
            "Hỗ trợ mua phần mềm quản lý kho",
            "Support for warehouse software",
            ["Mua phần mềm kho có được hỗ trợ không?"],
            ["Is there support for warehouse software?"],
            "Doanh nghiệp nhỏ được hỗ trợ một nửa chi phí mua phần mềm quản lý kho, tối đa 7 triệu đồng.",
            "A small company can get half the price of warehouse software, at most VND 7 million.",
            "Nộp hồ sơ phần mềm tại quầy số chín vào buổi sáng.",
            "Hand in the software papers at counter nine in the morning.",
            new ValidityPeriod(new DateOnly(2022, 1, 1), null),
            new Confidence(VerificationLabel.V1, VerificationLevel.High),
            [
                new LegalBasis(
                    "70/2022/NĐ-CP",
                    "Điều 7 khoản 1",
                    new ValidityPeriod(new DateOnly(2022, 1, 1), null),
                    null,
                    new Confidence(VerificationLabel.V1, VerificationLevel.High),
                    []
                ),
            ]
        );

    private static Article Loan =>
        Article(
            "T2-loan",
            "Vay vốn mua xe điện",
            "Loans for electric vehicles",
            ["Vay mua xe điện lãi suất bao nhiêu?"],
            ["What is the interest on electric vehicle loans?"],
            "Chương trình cho vay mua xe điện chưa có mức lãi suất được xác nhận.",
            "The interest rate of the electric vehicle loan programme is not confirmed.",
            "Điều kiện vay xe điện do ngân hàng xem xét.",
            "The bank looks at the conditions of the electric vehicle loan.",
            new ValidityPeriod(new DateOnly(2026, 1, 1), null),
            new Confidence(VerificationLabel.V3, VerificationLevel.Low),
            [
                new LegalBasis(
                    "8/2026/NQ-CP",
                    null,
                    new ValidityPeriod(new DateOnly(2026, 1, 1), null),
                    null,
                    new Confidence(VerificationLabel.V3, VerificationLevel.Low),
                    []
                ),
            ]
        );

    private static Article OldTax =>
        Article(
            "T3-old-tax",
            "Thuế khoán quán cà phê",
            "Lump-sum tax for coffee shops",
            ["Quán cà phê còn đóng thuế khoán không?"],
            ["Do coffee shops still pay lump-sum tax?"],
            "Thuế khoán quán cà phê không còn; nay kê khai theo doanh thu.",
            "The lump-sum tax for coffee shops has ended; shops now declare their revenue.",
            "Quán cà phê kê khai thuế hằng quý.",
            "Coffee shops declare their tax each quarter.",
            new ValidityPeriod(new DateOnly(2026, 1, 1), null),
            new Confidence(VerificationLabel.V1, VerificationLevel.High),
            [
                new LegalBasis(
                    "40/2021/TT-BTC",
                    null,
                    new ValidityPeriod(new DateOnly(2021, 8, 1), new DateOnly(2025, 12, 31)),
                    "9/2026/TT-BTC",
                    new Confidence(VerificationLabel.V1, VerificationLevel.High),
                    []
                ),
                new LegalBasis(
                    "9/2026/TT-BTC",
                    "Điều 2",
                    new ValidityPeriod(new DateOnly(2026, 1, 1), null),
                    null,
                    new Confidence(VerificationLabel.V1, VerificationLevel.High),
                    []
                ),
            ]
        );

    private static Article Fair =>
        Article(
            "T4-fair",
            "Gian hàng hội chợ mùa xuân",
            "Stand at the spring fair",
            ["Đăng ký gian hàng hội chợ mùa xuân thế nào?"],
            ["How do I register a stand at the spring fair?"],
            "Gian hàng hội chợ mùa xuân được miễn phí thuê chỗ.",
            "A stand at the spring fair is free of rent.",
            "Đăng ký gian hàng hội chợ qua thư điện tử.",
            "Register the fair stand by e-mail.",
            new ValidityPeriod(new DateOnly(2025, 1, 1), new DateOnly(2026, 6, 30)),
            new Confidence(VerificationLabel.V1, VerificationLevel.High),
            [
                new LegalBasis(
                    "55/2025/QĐ-UBND",
                    "Điều 3",
                    new ValidityPeriod(new DateOnly(2025, 1, 1), new DateOnly(2026, 6, 30)),
                    null,
                    new Confidence(VerificationLabel.V1, VerificationLevel.High),
                    []
                ),
            ]
        );

    private static Article Article(
        string key,
        string titleVi,
        string titleEn,
        string[] questionsVi,
        string[] questionsEn,
        string answerVi,
        string answerEn,
        string howVi,
        string howEn,
        ValidityPeriod inForce,
        Confidence confidence,
        LegalBasis[] basis
    ) =>
        new(
            key,
            "support",
            new LocalizedText(titleVi, titleEn),
            questionsVi,
            questionsEn,
            basis,
            inForce,
            new DateOnly(2026, 11, 20),
            confidence,
            "test",
            "test",
            ["all"],
            ["T1-software"],
            [],
            [new Section("answer", "Trả lời ngắn", answerVi), new Section("how", "Cách làm", howVi)],
            [new Section("answer", "In short", answerEn), new Section("how", "How to", howEn)],
            $"support/{key}.md"
        );
}
