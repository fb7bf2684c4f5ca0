using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>Votes on answers.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026112210_Votes")]
internal sealed class M2026112210_Votes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Votes",
            table => new
            {
                ChannelId = table.Column<string>(),
                ConversationId = table.Column<string>(),
                UserId = table.Column<string>(),
                AnswerId = table.Column<string>(),
                ArticleKey = table.Column<string>(nullable: true),
                IsUp = table.Column<bool>(),
                At = table.Column<long>(),
            },
            constraints: table =>
                table.PrimaryKey(
                    "PK_Votes",
                    v => new
                    {
                        v.ChannelId,
                        v.ConversationId,
                        v.UserId,
                        v.AnswerId,
                    }
                )
        );
        migrationBuilder.CreateIndex("IX_Votes_ArticleKey", "Votes", "ArticleKey");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("Votes");
}
