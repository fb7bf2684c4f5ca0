using System.IO.Compression;
using System.Xml;

namespace PolicyAssistantBot.Files.Content;

/// <summary>
/// Finds what a document of Open XML would load or run when it is opened: templates, pictures and workbooks at other addresses, and
/// embedded programs. Hyperlinks are allowed, because a person has to click them.
/// </summary>
internal static class PackageRelations
{
    private const string HyperlinkType = "/hyperlink";
    private const int MaxCharacters = 2_000_000;

    /// <exception cref="XmlException">A part with relations is not valid XML.</exception>
    public static bool HasActiveContent(ZipArchive package) =>
        package.Entries.Any(entry =>
            IsEmbeddedObject(entry.FullName)
            || (entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) && HasExternalRelation(entry))
        );

    /// <summary>Embedded workbooks of charts are packages themselves; other embedded objects are binary.</summary>
    private static bool IsEmbeddedObject(string name) =>
        (name.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".bin", StringComparison.OrdinalIgnoreCase))
        || name.Contains("/activeX/", StringComparison.OrdinalIgnoreCase);

    private static bool HasExternalRelation(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var reader = XmlReader.Create(
            content,
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = MaxCharacters,
            }
        );
        while (reader.Read())
        {
            if (
                reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
                && string.Equals(reader.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase)
                && reader.GetAttribute("Type")?.EndsWith(HyperlinkType, StringComparison.OrdinalIgnoreCase) != true
            )
            {
                return true;
            }
        }

        return false;
    }
}
