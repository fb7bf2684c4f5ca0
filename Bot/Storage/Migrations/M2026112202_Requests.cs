using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>Cases, their histories and the case number counters.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026112202_Requests")]
internal sealed class M2026112202_Requests : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Requests",
            table => new
            {
                CaseNumber = table.Column<string>(maxLength: 24),
                Version = table.Column<int>(),
                Status = table.Column<string>(maxLength: 20),
                Pile = table.Column<int>(),
                Kind = table.Column<string>(maxLength: 20),
                EnterpriseName = table.Column<string>(maxLength: 255),
                TaxCode = table.Column<string>(maxLength: 14),
                SearchText = table.Column<string>(maxLength: 300),
                ChannelId = table.Column<string>(),
                ConversationId = table.Column<string>(),
                UserId = table.Column<string>(),
                ActivityId = table.Column<string>(),
                Reference = table.Column<string>(),
                Facts = table.Column<string>(),
                OwnerId = table.Column<string>(maxLength: 100, nullable: true),
                OwnerName = table.Column<string>(maxLength: 255, nullable: true),
                SubmittedAt = table.Column<long>(),
                ChangedAt = table.Column<long>(),
                LastHash = table.Column<string>(maxLength: 64),
            },
            constraints: table => table.PrimaryKey("PK_Requests", r => r.CaseNumber)
        );
        migrationBuilder.CreateIndex(
            "IX_Requests_ChannelId_ConversationId_ActivityId",
            "Requests",
            ["ChannelId", "ConversationId", "ActivityId"],
            unique: true
        );
        migrationBuilder.CreateIndex("IX_Requests_ChannelId_UserId_ChangedAt", "Requests", ["ChannelId", "UserId", "ChangedAt"]);
        migrationBuilder.CreateIndex("IX_Requests_Pile_ChangedAt_CaseNumber", "Requests", ["Pile", "ChangedAt", "CaseNumber"]);
        migrationBuilder.CreateIndex(
            "IX_Requests_OwnerId_Pile_ChangedAt_CaseNumber",
            "Requests",
            ["OwnerId", "Pile", "ChangedAt", "CaseNumber"]
        );
        migrationBuilder.CreateIndex("IX_Requests_TaxCode_ChangedAt", "Requests", ["TaxCode", "ChangedAt"]);
        migrationBuilder.CreateIndex("IX_Requests_Search", "Requests", ["ChangedAt", "CaseNumber", "SearchText", "Pile", "OwnerId"]);

        migrationBuilder.CreateTable(
            "RequestEvents",
            table => new
            {
                CaseNumber = table.Column<string>(maxLength: 24),
                Sequence = table.Column<int>(),
                Kind = table.Column<string>(maxLength: 20),
                StatusAfter = table.Column<string>(maxLength: 20),
                At = table.Column<long>(),
                Who_Kind = table.Column<string>(maxLength: 20),
                Who_Id = table.Column<string>(),
                Who_Name = table.Column<string>(nullable: true),
                Channel = table.Column<string>(),
                Text = table.Column<string>(nullable: true),
                Detail = table.Column<string>(maxLength: 255, nullable: true),
                ContentHash = table.Column<string>(maxLength: 64),
                PreviousHash = table.Column<string>(maxLength: 64),
                Hash = table.Column<string>(maxLength: 64),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_RequestEvents", e => new { e.CaseNumber, e.Sequence });
                table.ForeignKey(
                    "FK_RequestEvents_Requests_CaseNumber",
                    e => e.CaseNumber,
                    "Requests",
                    "CaseNumber",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );

        migrationBuilder.CreateTable(
            "CaseNumbers",
            table => new { Year = table.Column<int>(), Last = table.Column<long>() },
            constraints: table => table.PrimaryKey("PK_CaseNumbers", c => c.Year)
        );
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("RequestEvents");
        migrationBuilder.DropTable("Requests");
        migrationBuilder.DropTable("CaseNumbers");
    }
}
