using System.Text;
using PolicyAssistantBot.BotFramework.DirectLine;

namespace PolicyAssistantBot.Tests.Issues;

/// <summary>
/// A Mac sends file names with separate letters and diacritics; direction marks in a name can show a different extension.
/// </summary>
public sealed class FileNamesFromMacsTests
{
    [Fact]
    public void File_names_are_stored_in_nfc() =>
        Assert.Equal("Giấy phép kinh doanh.txt", UploadedFiles.SanitizeName("Giấy phép kinh doanh.txt".Normalize(NormalizationForm.FormD)));

    [Fact]
    public void File_names_are_sanitised()
    {
        Assert.Equal("hop-dongfdp.exe", UploadedFiles.SanitizeName("hop-dong\u202Efdp.exe"));
        Assert.Equal("a\uFFFDb.txt", UploadedFiles.SanitizeName("a\uD800b.txt"));
    }
}
