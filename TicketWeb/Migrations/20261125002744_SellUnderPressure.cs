using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TicketWeb.Migrations
{
    /// <inheritdoc />
    public partial class SellUnderPressure : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "most_per_person",
                schema: "events",
                table: "ticket_types",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "person",
                schema: "orders",
                table: "orders",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "most_per_person",
                schema: "orders",
                table: "order_lines",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_orders_person",
                schema: "orders",
                table: "orders",
                column: "person",
                filter: "person is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_orders_person",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "most_per_person",
                schema: "events",
                table: "ticket_types");

            migrationBuilder.DropColumn(
                name: "person",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "most_per_person",
                schema: "orders",
                table: "order_lines");
        }
    }
}
