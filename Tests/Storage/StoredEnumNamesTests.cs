using PolicyAssistantBot.Files;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Tests.Storage;

/// <summary>Rows that older versions stored keep their meaning when a member of an enum is renamed.</summary>
public sealed class StoredEnumNamesTests
{
    [Fact]
    public void Members_are_stored_under_the_names_of_earlier_versions()
    {
        Assert.Equal(
            ["Asker", "Receipt", "Code", "AddressCode", "Answer", "Deadline", "Mention", "Digest", "Undelivered", "Invitation", "Test"],
            Enum.GetValues<MailKind>().Select(StoredEnumNames<MailKind>.GetName)
        );
        Assert.Equal(["Waiting", "Sent", "Failed"], Enum.GetValues<MailState>().Select(StoredEnumNames<MailState>.GetName));
        Assert.Equal(
            ["Waiting", "Clean", "NotScanned", "Infected"],
            Enum.GetValues<FileState>().Select(StoredEnumNames<FileState>.GetName)
        );
    }

    [Fact]
    public void Stored_names_are_read_back_as_their_members() =>
        Assert.All(
            Enum.GetValues<MailKind>(),
            kind => Assert.Equal(kind, StoredEnumNames<MailKind>.Converter.ConvertFromProvider(StoredEnumNames<MailKind>.GetName(kind)))
        );
}
