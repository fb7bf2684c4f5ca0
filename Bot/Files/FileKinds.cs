namespace PolicyAssistantBot.Files;

/// <summary>How a kind of file is known from its bytes.</summary>
internal enum FileMark
{
    Pdf,
    Png,
    Jpeg,
    Gif,
    Webp,

    /// <summary>A package of Open XML (ECMA-376 Part 2).</summary>
    OpenXml,

    /// <summary>The compound file of older office programs (MS-CFB).</summary>
    Compound,
    Text,
}

/// <summary>A kind of file that may go with a case.</summary>
/// <param name="Extension">With its dot, in lower case.</param>
/// <param name="ContentType">What it is handed out as, whatever the sender called it.</param>
/// <param name="Part">The part that a package of this kind has.</param>
internal sealed record FileKind(string Extension, string ContentType, FileMark Mark, string? Part = null);

/// <summary>The kinds of file that may go with a case. Programs, archives, pages and documents with macros are none of them.</summary>
internal static class FileKinds
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    public static IReadOnlyList<FileKind> All { get; } =
    [
        new(".pdf", "application/pdf", FileMark.Pdf),
        new(".docx", Office + "wordprocessingml.document", FileMark.OpenXml, "word/document.xml"),
        new(".xlsx", Office + "spreadsheetml.sheet", FileMark.OpenXml, "xl/workbook.xml"),
        new(".pptx", Office + "presentationml.presentation", FileMark.OpenXml, "ppt/presentation.xml"),
        new(".doc", "application/msword", FileMark.Compound),
        new(".xls", "application/vnd.ms-excel", FileMark.Compound),
        new(".png", "image/png", FileMark.Png),
        new(".jpg", "image/jpeg", FileMark.Jpeg),
        new(".jpeg", "image/jpeg", FileMark.Jpeg),
        new(".gif", "image/gif", FileMark.Gif),
        new(".webp", "image/webp", FileMark.Webp),
        new(".txt", "text/plain", FileMark.Text),
        new(".csv", "text/csv", FileMark.Text),
    ];

    /// <summary>For a file dialog: <c>.pdf,.docx,…</c></summary>
    public static string Accept { get; } = string.Join(',', All.Select(kind => kind.Extension));

    /// <summary>The kind that a name says; null when it is none that is taken.</summary>
    public static FileKind? Named(string name)
    {
        var extension = Path.GetExtension(name);
        return All.FirstOrDefault(kind => kind.Extension.Equals(extension, StringComparison.OrdinalIgnoreCase));
    }
}
