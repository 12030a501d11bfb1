using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TicketWeb.Migrations
{
    /// <inheritdoc />
    public partial class FeesOfEveryKind : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "fees",
                schema: "orders",
                table: "order_lines",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "absorbs_processing",
                schema: "events",
                table: "events",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "own_fees",
                schema: "events",
                table: "events",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<int>(
                name: "processing_basis_points",
                schema: "events",
                table: "events",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "processing_flat",
                schema: "events",
                table: "events",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "fees",
                schema: "orders",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "absorbs_processing",
                schema: "events",
                table: "events");

            migrationBuilder.DropColumn(
                name: "own_fees",
                schema: "events",
                table: "events");

            migrationBuilder.DropColumn(
                name: "processing_basis_points",
                schema: "events",
                table: "events");

            migrationBuilder.DropColumn(
                name: "processing_flat",
                schema: "events",
                table: "events");
        }
    }
}
