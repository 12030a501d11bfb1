using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TicketWeb.Migrations
{
    /// <inheritdoc />
    public partial class NameRefundedFees : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_refunded_parts",
                schema: "orders",
                table: "refunded_parts");

            migrationBuilder.AddColumn<string>(
                name: "fee",
                schema: "orders",
                table: "refunded_parts",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddPrimaryKey(
                name: "PK_refunded_parts",
                schema: "orders",
                table: "refunded_parts",
                columns: new[] { "order_id", "position", "part", "fee" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_refunded_parts",
                schema: "orders",
                table: "refunded_parts");

            migrationBuilder.DropColumn(
                name: "fee",
                schema: "orders",
                table: "refunded_parts");

            migrationBuilder.AddPrimaryKey(
                name: "PK_refunded_parts",
                schema: "orders",
                table: "refunded_parts",
                columns: new[] { "order_id", "position", "part" });
        }
    }
}
