using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TicketWeb.Migrations
{
    /// <inheritdoc />
    public partial class AskTheGatewayLater : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "awaiting_since",
                schema: "orders",
                table: "orders",
                newName: "ask_gateway_at");

            migrationBuilder.RenameIndex(
                name: "IX_orders_awaiting_since",
                schema: "orders",
                table: "orders",
                newName: "IX_orders_ask_gateway_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "ask_gateway_at",
                schema: "orders",
                table: "orders",
                newName: "awaiting_since");

            migrationBuilder.RenameIndex(
                name: "IX_orders_ask_gateway_at",
                schema: "orders",
                table: "orders",
                newName: "IX_orders_awaiting_since");
        }
    }
}
