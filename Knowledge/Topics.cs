namespace PolicyAssistantBot.Knowledge;

/// <summary>The topics of the articles, which are the folders of the knowledge base, in the order in which people see them.</summary>
public static class Topics
{
    public static IReadOnlyList<string> All { get; } =
    ["support", "financing", "supplier-standards", "definitions", "organisation", "request-form"];

    /// <summary>The name that people see.</summary>
    public static LocalizedText GetName(string topic) =>
        topic switch
        {
            "definitions" => new("Khái niệm, quy mô doanh nghiệp", "Definitions and enterprise size"),
            "support" => new("Chính sách hỗ trợ", "Support policies"),
            "financing" => new("Vốn, tín dụng, thuế", "Financing, credit and taxes"),
            "supplier-standards" => new("Tiêu chuẩn nhà cung cấp", "Supplier standards"),
            "organisation" => new("Cơ quan, liên hệ", "Authorities and contacts"),
            "request-form" => new("Gửi yêu cầu", "Submitting a request"),
            _ => new(topic, topic),
        };
}
