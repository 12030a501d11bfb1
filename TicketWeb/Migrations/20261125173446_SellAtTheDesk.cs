using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TicketWeb.Migrations
{
    /// <inheritdoc />
    public partial class SellAtTheDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "box_office");

            migrationBuilder.AlterColumn<Guid>(
                name: "device_id",
                schema: "door",
                table: "scans",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "person_id",
                schema: "door",
                table: "scans",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "handed_back_at",
                schema: "payments",
                table: "refunds",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "handed_back_by",
                schema: "payments",
                table: "refunds",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "tender",
                schema: "payments",
                table: "payments",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "comp_reason",
                schema: "orders",
                table: "orders",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "sold_by",
                schema: "orders",
                table: "orders",
                type: "uuid",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "device_id",
                schema: "door",
                table: "check_ins",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "person_id",
                schema: "door",
                table: "check_ins",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "closings",
                schema: "box_office",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    @operator = table.Column<Guid>(name: "operator", type: "uuid", nullable: false),
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false),
                    expected = table.Column<long>(type: "bigint", nullable: false),
                    counted = table.Column<long>(type: "bigint", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_closings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "drawer_entries",
                schema: "box_office",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_number = table.Column<string>(type: "text", nullable: false),
                    refund_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<Guid>(name: "operator", type: "uuid", nullable: false),
                    tender = table.Column<string>(type: "text", nullable: true),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false),
                    tickets = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closing_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_drawer_entries", x => x.id);
                    table.ForeignKey(
                        name: "FK_drawer_entries_closings_closing_id",
                        column: x => x.closing_id,
                        principalSchema: "box_office",
                        principalTable: "closings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "payments_external_by_tender",
                schema: "payments",
                table: "payments",
                sql: "(provider = 'external') = (tender is not null)");

            migrationBuilder.AddCheckConstraint(
                name: "check_ins_by_somebody",
                schema: "door",
                table: "check_ins",
                sql: "num_nonnulls(device_id, person_id) = 1");

            migrationBuilder.CreateIndex(
                name: "IX_closings_organization_id_closed_at",
                schema: "box_office",
                table: "closings",
                columns: new[] { "organization_id", "closed_at" });

            migrationBuilder.CreateIndex(
                name: "IX_closings_organization_id_key",
                schema: "box_office",
                table: "closings",
                columns: new[] { "organization_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_drawer_entries_closing_id",
                schema: "box_office",
                table: "drawer_entries",
                column: "closing_id");

            migrationBuilder.CreateIndex(
                name: "IX_drawer_entries_order_id",
                schema: "box_office",
                table: "drawer_entries",
                column: "order_id",
                unique: true,
                filter: "refund_id is null");

            migrationBuilder.CreateIndex(
                name: "IX_drawer_entries_organization_id_at",
                schema: "box_office",
                table: "drawer_entries",
                columns: new[] { "organization_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_drawer_entries_organization_id_operator",
                schema: "box_office",
                table: "drawer_entries",
                columns: new[] { "organization_id", "operator" },
                filter: "closing_id is null");

            migrationBuilder.CreateIndex(
                name: "IX_drawer_entries_refund_id",
                schema: "box_office",
                table: "drawer_entries",
                column: "refund_id",
                unique: true,
                filter: "refund_id is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "drawer_entries",
                schema: "box_office");

            migrationBuilder.DropTable(
                name: "closings",
                schema: "box_office");

            migrationBuilder.DropCheckConstraint(
                name: "payments_external_by_tender",
                schema: "payments",
                table: "payments");

            migrationBuilder.DropCheckConstraint(
                name: "check_ins_by_somebody",
                schema: "door",
                table: "check_ins");

            migrationBuilder.DropColumn(
                name: "person_id",
                schema: "door",
                table: "scans");

            migrationBuilder.DropColumn(
                name: "handed_back_at",
                schema: "payments",
                table: "refunds");

            migrationBuilder.DropColumn(
                name: "handed_back_by",
                schema: "payments",
                table: "refunds");

            migrationBuilder.DropColumn(
                name: "tender",
                schema: "payments",
                table: "payments");

            migrationBuilder.DropColumn(
                name: "comp_reason",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "sold_by",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "person_id",
                schema: "door",
                table: "check_ins");

            migrationBuilder.AlterColumn<Guid>(
                name: "device_id",
                schema: "door",
                table: "scans",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "device_id",
                schema: "door",
                table: "check_ins",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
