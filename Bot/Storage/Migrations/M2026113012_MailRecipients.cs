using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>Counts the mails of a day to one mailbox.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026113012_MailRecipients")]
internal sealed class M2026113012_MailRecipients : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateIndex("IX_Mails_Recipient_CreatedAt", "Mails", ["Recipient", "CreatedAt"]);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropIndex("IX_Mails_Recipient_CreatedAt", "Mails");
}
