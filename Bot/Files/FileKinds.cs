namespace PolicyAssistantBot.Files;

/// <summary>How the kind of a file is detected from its bytes.</summary>
internal enum FileSignature
{
    Pdf,
    Png,
    Jpeg,
    Gif,
    Webp,

    /// <summary>A package of Open XML (ECMA-376 Part 2).</summary>
    OpenXml,

    /// <summary>The compound file format of older office programs (MS-CFB).</summary>
    OleCompound,
    Text,
}

/// <summary>A file type that is accepted for a case.</summary>
/// <param name="Extension">With the dot, in lower case.</param>
/// <param name="ContentType">The content type of downloads, whatever the sender declared.</param>
/// <param name="RequiredPart">The part that a package of this type must contain.</param>
internal sealed record FileKind(string Extension, string ContentType, FileSignature Signature, string? RequiredPart = null);

/// <summary>The accepted file types. Programs, archives, web pages and documents with macros are not among them.</summary>
internal static class FileKinds
{
    private const string OpenXmlTypePrefix = "application/vnd.openxmlformats-officedocument.";

    public static IReadOnlyList<FileKind> All { get; } =
    [
        new(".pdf", "application/pdf", FileSignature.Pdf),
        new(".docx", OpenXmlTypePrefix + "wordprocessingml.document", FileSignature.OpenXml, "word/document.xml"),
        new(".xlsx", OpenXmlTypePrefix + "spreadsheetml.sheet", FileSignature.OpenXml, "xl/workbook.xml"),
        new(".pptx", OpenXmlTypePrefix + "presentationml.presentation", FileSignature.OpenXml, "ppt/presentation.xml"),
        new(".doc", "application/msword", FileSignature.OleCompound),
        new(".xls", "application/vnd.ms-excel", FileSignature.OleCompound),
        new(".png", "image/png", FileSignature.Png),
        new(".jpg", "image/jpeg", FileSignature.Jpeg),
        new(".jpeg", "image/jpeg", FileSignature.Jpeg),
        new(".gif", "image/gif", FileSignature.Gif),
        new(".webp", "image/webp", FileSignature.Webp),
        new(".txt", "text/plain", FileSignature.Text),
        new(".csv", "text/csv", FileSignature.Text),
    ];

    /// <summary>The value of the <c>accept</c> attribute of a file input: <c>.pdf,.docx,…</c></summary>
    public static string AcceptAttribute { get; } = string.Join(',', All.Select(kind => kind.Extension));

    /// <summary>The file type for the extension of a name; null when it is not accepted.</summary>
    public static FileKind? FindByFileName(string name)
    {
        var extension = Path.GetExtension(name);
        return All.FirstOrDefault(kind => kind.Extension.Equals(extension, StringComparison.OrdinalIgnoreCase));
    }
}
