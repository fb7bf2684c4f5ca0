using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>Addresses of conversations on pushed channels, and the outcome of deliveries to them.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026112220_Connector")]
internal sealed class M2026112220_Connector : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "ConversationReferences",
            table => new
            {
                Key = table.Column<string>(maxLength: 400),
                TenantId = table.Column<string>(nullable: true),
                Reference = table.Column<string>(),
                IsActive = table.Column<bool>(),
                EndReason = table.Column<string>(nullable: true),
                ChangedAt = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_ConversationReferences", r => r.Key)
        );
        migrationBuilder.AddColumn<string>("ChannelActivityId", "Activities", nullable: true);
        migrationBuilder.AddColumn<string>("Problem", "Activities", nullable: true);
        migrationBuilder.AddColumn<string>("Comment", "Votes", nullable: true);
        migrationBuilder.CreateIndex(
            "IX_Activities_ConversationKey_ChannelActivityId",
            "Activities",
            ["ConversationKey", "ChannelActivityId"],
            filter: "\"ChannelActivityId\" IS NOT NULL"
        );
        migrationBuilder.CreateIndex("IX_Activities_Parked", "Activities", "Number", filter: "\"Progress\" = 2");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("ConversationReferences");
        migrationBuilder.DropIndex("IX_Activities_Parked", "Activities");
        migrationBuilder.DropIndex("IX_Activities_ConversationKey_ChannelActivityId", "Activities");
        migrationBuilder.DropColumn("ChannelActivityId", "Activities");
        migrationBuilder.DropColumn("Problem", "Activities");
        migrationBuilder.DropColumn("Comment", "Votes");
    }
}
