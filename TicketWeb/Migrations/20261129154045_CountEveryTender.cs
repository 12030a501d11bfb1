using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TicketWeb.Migrations
{
    /// <inheritdoc />
    public partial class CountEveryTender : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterTable(
                name: "closings",
                schema: "box_office",
                comment: "append only");

            migrationBuilder.AddColumn<long>(
                name: "cash_at_start",
                schema: "box_office",
                table: "closings",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "counted_tenders",
                schema: "box_office",
                columns: table => new
                {
                    closing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tender = table.Column<string>(type: "text", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    expected = table.Column<long>(type: "bigint", nullable: false),
                    counted = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_counted_tenders", x => new { x.closing_id, x.tender });
                    table.CheckConstraint("counted_tenders_besides_cash", "tender <> 'Cash'");
                    table.ForeignKey(
                        name: "FK_counted_tenders_closings_closing_id",
                        column: x => x.closing_id,
                        principalSchema: "box_office",
                        principalTable: "closings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                },
                comment: "append only");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "counted_tenders",
                schema: "box_office");

            migrationBuilder.DropColumn(
                name: "cash_at_start",
                schema: "box_office",
                table: "closings");

            migrationBuilder.AlterTable(
                name: "closings",
                schema: "box_office",
                oldComment: "append only");
        }
    }
}
