using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TicketWeb.Migrations
{
    /// <inheritdoc />
    public partial class RefundsMadeAtTheGateway : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "reference",
                schema: "payments",
                table: "refunds",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "processor_fee",
                schema: "orders",
                table: "order_refunds",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "tax",
                schema: "orders",
                table: "order_refunds",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_refunds_reference",
                schema: "payments",
                table: "refunds",
                column: "reference",
                unique: true,
                filter: "reference is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_refunds_reference",
                schema: "payments",
                table: "refunds");

            migrationBuilder.DropColumn(
                name: "reference",
                schema: "payments",
                table: "refunds");

            migrationBuilder.DropColumn(
                name: "processor_fee",
                schema: "orders",
                table: "order_refunds");

            migrationBuilder.DropColumn(
                name: "tax",
                schema: "orders",
                table: "order_refunds");
        }
    }
}
