using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TicketWeb.Migrations
{
    /// <inheritdoc />
    public partial class PassMoneyOn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "returns_fee",
                schema: "payments",
                table: "refunds",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "payout_accounts",
                schema: "payments",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    takes_payments = table.Column<bool>(type: "boolean", nullable: false),
                    pays_out = table.Column<bool>(type: "boolean", nullable: false),
                    answered = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payout_accounts", x => x.organization_id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_payout_accounts_reference",
                schema: "payments",
                table: "payout_accounts",
                column: "reference",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "payout_accounts",
                schema: "payments");

            migrationBuilder.DropColumn(
                name: "returns_fee",
                schema: "payments",
                table: "refunds");
        }
    }
}
