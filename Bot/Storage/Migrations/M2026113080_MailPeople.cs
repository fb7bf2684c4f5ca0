using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>
/// Mails without a case name the person who had them sent, and mails are counted by mailbox whatever the spelling of its address.
/// </summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026113080_MailPeople")]
internal sealed class M2026113080_MailPeople : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("ChannelId", "Mails", nullable: true);
        migrationBuilder.AddColumn<string>("UserId", "Mails", nullable: true);
        migrationBuilder.AddColumn<string>("Mailbox", "Mails", maxLength: 254, nullable: false, defaultValue: "");
        migrationBuilder.Sql("""UPDATE "Mails" SET "Mailbox" = lower("Recipient")""");

        // They named the person by an unsalted digest, by which no erasure finds them any more.
        migrationBuilder.Sql("""DELETE FROM "Mails" WHERE "Key" LIKE 'answer:%'""");
        migrationBuilder.DropIndex("IX_Mails_Recipient_CreatedAt", "Mails");
        migrationBuilder.CreateIndex("IX_Mails_Mailbox_CreatedAt", "Mails", ["Mailbox", "CreatedAt"]);
        migrationBuilder.CreateIndex("IX_Mails_ChannelId_UserId", "Mails", ["ChannelId", "UserId"]);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_Mails_ChannelId_UserId", "Mails");
        migrationBuilder.DropIndex("IX_Mails_Mailbox_CreatedAt", "Mails");
        migrationBuilder.CreateIndex("IX_Mails_Recipient_CreatedAt", "Mails", ["Recipient", "CreatedAt"]);
        migrationBuilder.DropColumn("Mailbox", "Mails");
        migrationBuilder.DropColumn("UserId", "Mails");
        migrationBuilder.DropColumn("ChannelId", "Mails");
    }
}
