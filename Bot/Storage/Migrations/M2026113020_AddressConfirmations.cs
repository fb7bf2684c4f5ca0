using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>E-mail addresses of askers, and the codes that confirm them.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026113020_AddressConfirmations")]
internal sealed class M2026113020_AddressConfirmations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "AddressConfirmations",
            table => new
            {
                ChannelId = table.Column<string>(),
                UserId = table.Column<string>(),
                Address = table.Column<string>(maxLength: 254),
                CaseNumber = table.Column<string>(maxLength: 24),
                Language = table.Column<string>(maxLength: 8),
                RequestedAt = table.Column<long>(),
                IsWaiting = table.Column<bool>(),
                Hash = table.Column<string>(maxLength: 200, nullable: true),
                Attempts = table.Column<int>(),
                ConfirmedAt = table.Column<long>(nullable: true),
            },
            constraints: table =>
                table.PrimaryKey(
                    "PK_AddressConfirmations",
                    a => new
                    {
                        a.ChannelId,
                        a.UserId,
                        a.Address,
                    }
                )
        );
        migrationBuilder.CreateIndex("IX_AddressConfirmations_CaseNumber", "AddressConfirmations", "CaseNumber");
        migrationBuilder.CreateIndex("IX_AddressConfirmations_Waiting", "AddressConfirmations", "RequestedAt", filter: "\"IsWaiting\"");

        // Addresses that already got mails about their cases go on getting them.
        migrationBuilder.Sql(
            """
            INSERT INTO "AddressConfirmations" ("ChannelId", "UserId", "Address", "CaseNumber", "Language", "RequestedAt", "IsWaiting",
                "Hash", "Attempts", "ConfirmedAt")
            SELECT r."ChannelId", r."UserId", m."Recipient", max(r."CaseNumber"), 'vi', min(m."CreatedAt"), FALSE,
                NULL, 0, min(m."CreatedAt")
            FROM "Mails" m JOIN "Requests" r ON r."CaseNumber" = m."CaseNumber"
            WHERE m."Kind" IN ('Asker', 'Receipt') AND m."State" = 'Sent' AND r."UserId" <> ''
            GROUP BY r."ChannelId", r."UserId", m."Recipient"
            """
        );
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("AddressConfirmations");
}
