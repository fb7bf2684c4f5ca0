using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>Answers with the revision of their article, recalls, reasons of down-votes, and usage of the model.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026112230_Answers")]
internal sealed class M2026112230_Answers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Answers",
            table => new
            {
                Number = table.Column<long>().Numbered(),
                ChannelId = table.Column<string>(),
                ConversationId = table.Column<string>(),
                UserId = table.Column<string>(),
                AnswerId = table.Column<string>(),
                At = table.Column<long>(),
                Language = table.Column<string>(maxLength: 2),
                Outcome = table.Column<string>(maxLength: 20),
                ArticleKey = table.Column<string>(nullable: true),
                Revision = table.Column<string>(maxLength: 12, nullable: true),
                Question = table.Column<string>(),
                Text = table.Column<string>(),
                Trace = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_Answers", a => a.Number)
        );
        migrationBuilder.CreateIndex("IX_Answers_ArticleKey_Revision", "Answers", ["ArticleKey", "Revision"]);
        migrationBuilder.CreateIndex(
            "IX_Answers_ChannelId_ConversationId_AnswerId",
            "Answers",
            ["ChannelId", "ConversationId", "AnswerId"]
        );
        migrationBuilder.CreateIndex("IX_Answers_Outcome_Number", "Answers", ["Outcome", "Number"]);

        migrationBuilder.CreateTable(
            "Recalls",
            table => new
            {
                ArticleKey = table.Column<string>(),
                Revision = table.Column<string>(maxLength: 12),
                ChannelId = table.Column<string>(),
                ConversationId = table.Column<string>(),
                UserId = table.Column<string>(),
                At = table.Column<long>(),
            },
            constraints: table =>
                table.PrimaryKey(
                    "PK_Recalls",
                    r => new
                    {
                        r.ArticleKey,
                        r.Revision,
                        r.ChannelId,
                        r.ConversationId,
                        r.UserId,
                    }
                )
        );

        migrationBuilder.CreateTable(
            "ModelUses",
            table => new
            {
                ChannelId = table.Column<string>(),
                UserId = table.Column<string>(),
                Day = table.Column<int>(),
                Tokens = table.Column<long>(),
            },
            constraints: table =>
                table.PrimaryKey(
                    "PK_ModelUses",
                    u => new
                    {
                        u.ChannelId,
                        u.UserId,
                        u.Day,
                    }
                )
        );
        migrationBuilder.AddColumn<string>("Reason", "Votes", maxLength: 20, nullable: true);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("Answers");
        migrationBuilder.DropTable("Recalls");
        migrationBuilder.DropTable("ModelUses");
        migrationBuilder.DropColumn("Reason", "Votes");
    }
}
