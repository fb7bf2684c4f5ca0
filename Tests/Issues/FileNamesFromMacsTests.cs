using System.Text;
using PolicyAssistantBot.BotFramework.DirectLine;

namespace PolicyAssistantBot.Tests.Issues;

/// <summary>A Mac sends letters and marks of a file's name apart; names with signs of direction show another ending.</summary>
public sealed class FileNamesFromMacsTests
{
    [Fact]
    public void Are_kept_in_nfc() =>
        Assert.Equal("Giấy phép kinh doanh.txt", UploadedFiles.SafeName("Giấy phép kinh doanh.txt".Normalize(NormalizationForm.FormD)));

    [Theory]
    [InlineData("hop-dong\u202Efdp.exe", "hop-dongfdp.exe")]
    [InlineData("a\uD800b.txt", "a\uFFFDb.txt")]
    public void Are_safe(string name, string kept) => Assert.Equal(kept, UploadedFiles.SafeName(name));
}
