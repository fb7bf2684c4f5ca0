namespace PolicyAssistantBot.Tests.Knowledge.Content;

/// <summary>A valid article that passes every check; tests change one thing in it.</summary>
internal static class Sample
{
    public const string Path = "support/B1-tech.md";

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
            - ho tro mua phan mem bao nhieu
          en:
            - How much support for software?
        basis:
          - document: 80/2021/NĐ-CP
            clause: Điều 11
            from: 2021-10-15
            until:
            replacedBy:
            confidence: V2-high
            figures: [50 %, 50 triệu đồng]
        validity: { from: 2021-10-15, until: }
        checked: 2026-11-21
        confidence: V2-high
        source: Nghị định 80/2021/NĐ-CP Điều 11
        owner: Sở Tài chính Hà Nội
        audience: [micro, small]
        followUps: []
        related: []
        ---

        # Tiếng Việt

        ## Trả lời ngắn {#answer}

        Doanh nghiệp nhỏ có thể được hỗ trợ 50 %, tối đa 50 triệu đồng.

        ## Cách làm {#how}

        Nộp hồ sơ.

        # English

        ## In short {#answer}

        A small enterprise may get 50 %, at most VND 50 million.

        ## How {#how}

        Send the papers.
        """;
}
