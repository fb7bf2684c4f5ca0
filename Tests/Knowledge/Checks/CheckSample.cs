namespace PolicyAssistantBot.Tests.Knowledge.Checks;

/// <summary>Two articles that pass every check; each test changes one thing in the first.</summary>
internal static class CheckSample
{
    public const string Article = """
        ---
        key: B1-tech
        topic: support
        title:
          vi: Hỗ trợ công nghệ
          en: Technology support
        questions:
          vi:
            - Doanh nghiệp nhỏ được hỗ trợ bao nhiêu tiền mua phần mềm?
            - Nhà nước trả mấy phần giá phần mềm?
            - DNNVV mua phần mềm
            - công ty nhỏ thuê phần mềm
            - phần mềm cho cty siêu nhỏ
            - ho tro mua phan mem bao nhieu
            - thue phan mem duoc may tien
            - cty nho mua phan mem
          en:
            - How much support for software?
            - Software subsidy
            - Does the State pay for software?
            - Software for a small company
        basis:
          - document: 80/2021/NĐ-CP
            clause: Điều 22
            from: 2021-10-15
            until:
            replacedBy:
            confidence: V2-high
            figures: [50%, 50 triệu đồng, 14 ngày làm việc]
          - document: 45/2024/NĐ-CP
            clause:
            from:
            until:
            replacedBy:
            confidence: V2-medium
            figures: [7 năm]
          - document: 331/2026/NĐ-CP
            clause:
            from:
            until:
            replacedBy:
            confidence: V3-low
            figures: [99 triệu đồng]
        validity: { from: 2021-10-15, until: }
        checked: 2026-11-21
        confidence: V2-high
        source: Nghị định 80/2021/NĐ-CP Điều 11
        owner: Sở Tài chính Hà Nội
        audience: [micro, small]
        followUps: [A1-size]
        filing: none
        ---

        # Tiếng Việt

        ## Trả lời ngắn {#answer}

        Doanh nghiệp nhỏ có thể thuộc diện được hỗ trợ 50%, tối đa 50 triệu đồng, tùy dự toán của năm.

        ## Thời hạn {#time}

        Quyết định trong 14 ngày làm việc (Nghị định 80/2021/NĐ-CP).

        Theo báo chí, thời hạn vay là 7 năm. Nguồn là báo hoặc trang luật, chưa đối chiếu văn bản gốc: anh/chị hỏi lại trước khi dùng.

        ## Điều chưa xác nhận {#unconfirmed}

        Các mức khác chưa xác nhận. Anh/chị gửi yêu cầu cho Sở Tài chính.

        # English

        ## In short {#answer}

        A small enterprise may qualify for 50%, at most VND 50 million, depending on the year's budget.

        ## Time {#time}

        A decision within 14 working days (Decree 80/2021/NĐ-CP).

        According to the press, loans run for 7 years. The source is the press or a law website, not the original text: please check before relying on it.

        ## What is not confirmed {#unconfirmed}

        Other amounts are not confirmed. Please send a request to the Department of Finance.
        """;

    public static string Other { get; } =
        Article
            .Replace("key: B1-tech", "key: A1-size", StringComparison.Ordinal)
            .Replace("topic: support", "topic: definitions", StringComparison.Ordinal)
            .Replace("followUps: [A1-size]", "followUps: [B1-tech]", StringComparison.Ordinal)
            .Replace("phần mềm", "quy mô", StringComparison.Ordinal)
            .Replace("phan mem", "quy mo", StringComparison.Ordinal)
            .Replace("oftware", "ize", StringComparison.Ordinal);
}
