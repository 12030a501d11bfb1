using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TicketWeb.Migrations
{
    /// <inheritdoc />
    public partial class TellFeesOfRefundsApart : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "returned_fee",
                schema: "payments",
                table: "refunds",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "own_fee_within",
                schema: "orders",
                table: "order_refunds",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "undone_own_fee_within",
                schema: "orders",
                table: "order_refunds",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "undone_processor_fee",
                schema: "orders",
                table: "order_refunds",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "undone_tax",
                schema: "orders",
                table: "order_refunds",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "returned_fee",
                schema: "payments",
                table: "refunds");

            migrationBuilder.DropColumn(
                name: "own_fee_within",
                schema: "orders",
                table: "order_refunds");

            migrationBuilder.DropColumn(
                name: "undone_own_fee_within",
                schema: "orders",
                table: "order_refunds");

            migrationBuilder.DropColumn(
                name: "undone_processor_fee",
                schema: "orders",
                table: "order_refunds");

            migrationBuilder.DropColumn(
                name: "undone_tax",
                schema: "orders",
                table: "order_refunds");
        }
    }
}
