using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.BotFramework.Encryption;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Files;

/// <summary>Which files are accepted: by name, by size and by content.</summary>
public sealed class FileContentCheckTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, byte[], string?> Files() =>
        new()
        {
            { "a.pdf", SampleFiles.Pdf, null },
            { "A.PDF", SampleFiles.Pdf, null },
            { "late.pdf", [.. new byte[900], .. SampleFiles.Pdf], "ContentMismatch" },
            { "a.png", SampleFiles.Png, null },
            { "a.jpg", SampleFiles.Jpeg, null },
            { "a.jpeg", SampleFiles.Jpeg, null },
            { "a.gif", "GIF89a12345"u8.ToArray(), null },
            { "a.webp", "RIFF1234WEBPVP8 "u8.ToArray(), null },
            { "a.docx", SampleFiles.Docx, null },
            { "a.xlsx", SampleFiles.Package("[Content_Types].xml", "xl/workbook.xml"), null },
            { "a.pptx", SampleFiles.Package("[Content_Types].xml", "ppt/presentation.xml"), null },
            { "a.doc", SampleFiles.Compound, null },
            { "a.xls", SampleFiles.Compound, null },
            { "a.txt", "Kính gửi quý cơ quan\r\n"u8.ToArray(), null },
            { "a.csv", Encoding.Latin1.GetBytes("cột;tiền\n"), null },
            { "picture.pdf", SampleFiles.Png, "ContentMismatch" },
            { "program.pdf", "MZ\u0090\u0000"u8.ToArray(), "ContentMismatch" },
            { "program.txt", [.. "MZ"u8, 0, 1, 2], "ContentMismatch" },
            { "page.png", "<html><script>"u8.ToArray(), "ContentMismatch" },
            { "sheet.docx", SampleFiles.Package("[Content_Types].xml", "xl/workbook.xml"), "ContentMismatch" },
            { "archive.docx", SampleFiles.Package("a.exe"), "ContentMismatch" },
            { "macro.docx", SampleFiles.Package("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "Macros" },
            { "macro.xls", [.. SampleFiles.Compound, .. new byte[70_000], .. Encoding.Unicode.GetBytes("_VBA_PROJECT_CUR")], "Macros" },
            { "cut.docx", SampleFiles.Docx[..60], "Damaged" },
            { "a.exe", "MZ"u8.ToArray(), "TypeNotAccepted" },
            { "a.docm", SampleFiles.Docx, "TypeNotAccepted" },
            { "a.zip", SampleFiles.Docx, "TypeNotAccepted" },
            { "a.pdf.html", "<html>"u8.ToArray(), "TypeNotAccepted" },
            { "noextension", SampleFiles.Pdf, "TypeNotAccepted" },
            { "empty.pdf", [], "Empty" },
            { "large.txt", Encoding.ASCII.GetBytes(new string('a', 5000)), "TooLarge" },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_is_taken_when_it_is_what_its_name_says(string name, byte[] content, string? problem)
    {
        var data = new DataFolder(
            Options.Create(new StorageOptions()),
            new ConfigurationBuilder().Build(),
            new HostingEnvironment { ContentRootPath = folder.Path }
        );
        var encryption = new EncryptedFiles(new EphemeralDataProtectionProvider(), Options.Create(new FileEncryptionOptions()));
        var options = new CaseFileOptions { FileLimit = problem == "TooLarge" ? 4096 : 200_000 };
        var store = new FileStore(data, encryption, Options.Create(options));
        var receipt = await store.SaveAsync(new MemoryStream(content), name, default);
        var left = Directory.GetFiles(data.GetSubfolder("files"));
        if (problem is null)
        {
            var file = Assert.IsType<FileReceipt.Accepted>(receipt).File;
            Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)), file.Sha256);
            Assert.Equal((name, content.Length), (file.Name, file.Size));
            Assert.Equal(file.Id, Path.GetFileName(Assert.Single(left)));
            Assert.DoesNotContain('.', file.Id);
        }
        else
        {
            Assert.Equal(problem, Assert.IsType<FileReceipt.Refused>(receipt).Problem.ToString());
            Assert.Empty(left);
        }
    }

    [Theory]
    [InlineData("..\\..\\Windows\\win.pdf", "win.pdf")]
    [InlineData("../../etc/bảng lương.pdf", "bảng lương.pdf")]
    [InlineData("a\u202Efdp.exe", "afdp.exe")]
    [InlineData("a\"\r\nX: y\".pdf", "aX: y.pdf")]
    [InlineData("", "file")]
    public void A_name_is_made_harmless(string name, string safe) => Assert.Equal(safe, UploadedFiles.SanitizeName(name));
}
