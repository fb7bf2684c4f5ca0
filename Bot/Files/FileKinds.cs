namespace PolicyAssistantBot.Files;

/// <summary>How the kind of a file is detected from its bytes.</summary>
internal enum FileMark
{
    Pdf,
    Png,
    Jpeg,
    Gif,
    Webp,

    /// <summary>A package of Open XML (ECMA-376 Part 2).</summary>
    OpenXml,

    /// <summary>The compound file format of older office programs (MS-CFB).</summary>
    Compound,
    Text,
}

/// <summary>A file type that is accepted for a case.</summary>
/// <param name="Extension">With the dot, in lower case.</param>
/// <param name="ContentType">The content type of downloads, whatever the sender declared.</param>
/// <param name="Part">The part that a package of this type must contain.</param>
internal sealed record FileKind(string Extension, string ContentType, FileMark Mark, string? Part = null);

/// <summary>The accepted file types. Programs, archives, web pages and documents with macros are not among them.</summary>
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

    /// <summary>The value of the <c>accept</c> attribute of a file input: <c>.pdf,.docx,…</c></summary>
    public static string Accept { get; } = string.Join(',', All.Select(kind => kind.Extension));

    /// <summary>The file type for the extension of a name; null when it is not accepted.</summary>
    public static FileKind? Named(string name)
    {
        var extension = Path.GetExtension(name);
        return All.FirstOrDefault(kind => kind.Extension.Equals(extension, StringComparison.OrdinalIgnoreCase));
    }
}
