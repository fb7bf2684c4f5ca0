using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>The mail outbox, one-time codes for a case's status, and addresses of officials.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026112241_Mail")]
internal sealed class M2026112241_Mail : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Email", "Accounts", maxLength: 254, nullable: true);
        migrationBuilder.CreateTable(
            "Mails",
            table => new
            {
                Id = table.Column<long>().Numbered(),
                Key = table.Column<string>(maxLength: 200),
                Kind = table.Column<string>(maxLength: 20),
                CaseNumber = table.Column<string>(maxLength: 24, nullable: true),
                Recipient = table.Column<string>(maxLength: 254),
                Subject = table.Column<string>(maxLength: 255),
                Text = table.Column<string>(),
                Html = table.Column<string>(),
                State = table.Column<string>(maxLength: 20),
                Attempts = table.Column<int>(),
                NextAttemptAt = table.Column<long>(),
                Problem = table.Column<string>(maxLength: 200, nullable: true),
                CreatedAt = table.Column<long>(),
                EndedAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_Mails", m => m.Id)
        );
        migrationBuilder.CreateIndex("IX_Mails_Key", "Mails", "Key", unique: true);
        migrationBuilder.CreateIndex("IX_Mails_CaseNumber", "Mails", "CaseNumber");
        migrationBuilder.CreateIndex("IX_Mails_Waiting", "Mails", "NextAttemptAt", filter: "\"State\" = 'Waiting'");

        migrationBuilder.CreateTable(
            "StatusCodes",
            table => new
            {
                Id = table.Column<string>(maxLength: 36),
                ChannelId = table.Column<string>(),
                ConversationId = table.Column<string>(),
                UserId = table.Column<string>(),
                CaseNumber = table.Column<string>(maxLength: 24),
                RequestedAt = table.Column<long>(),
                IsHandled = table.Column<bool>(),
                Hash = table.Column<string>(maxLength: 200, nullable: true),
                Tries = table.Column<int>(),
                IsUsed = table.Column<bool>(),
            },
            constraints: table => table.PrimaryKey("PK_StatusCodes", c => c.Id)
        );
        migrationBuilder.CreateIndex(
            "IX_StatusCodes_ChannelId_ConversationId_RequestedAt",
            "StatusCodes",
            ["ChannelId", "ConversationId", "RequestedAt"]
        );
        migrationBuilder.CreateIndex("IX_StatusCodes_CaseNumber_RequestedAt", "StatusCodes", ["CaseNumber", "RequestedAt"]);
        migrationBuilder.CreateIndex("IX_StatusCodes_Waiting", "StatusCodes", "RequestedAt", filter: "NOT \"IsHandled\"");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("Mails");
        migrationBuilder.DropTable("StatusCodes");
        migrationBuilder.DropColumn("Email", "Accounts");
    }
}
