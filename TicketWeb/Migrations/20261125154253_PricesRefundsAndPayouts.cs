using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TicketWeb.Migrations
{
    /// <inheritdoc />
    public partial class PricesRefundsAndPayouts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "pricing");

            migrationBuilder.AddColumn<int>(
                name: "tax_basis_points",
                schema: "events",
                table: "venues",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "tax_included",
                schema: "events",
                table: "venues",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "returns_fee",
                schema: "payments",
                table: "refunds",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "tried_before",
                schema: "payments",
                table: "refunds",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "code",
                schema: "orders",
                table: "orders",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "code_most_per_person",
                schema: "orders",
                table: "orders",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "code_uses",
                schema: "orders",
                table: "orders",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "discount_code_id",
                schema: "orders",
                table: "orders",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "tax_basis_points",
                schema: "orders",
                table: "orders",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "tax_included",
                schema: "orders",
                table: "orders",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "absorbed_fee",
                schema: "orders",
                table: "order_lines",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "discount",
                schema: "orders",
                table: "order_lines",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "fee_rest",
                schema: "orders",
                table: "order_lines",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "own_fee",
                schema: "orders",
                table: "order_lines",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "refunded",
                schema: "orders",
                table: "order_lines",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "returned",
                schema: "orders",
                table: "order_lines",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "tax",
                schema: "orders",
                table: "order_lines",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "absorbs_fees",
                schema: "events",
                table: "events",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "own_fee",
                schema: "events",
                table: "events",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "own_fee_basis_points",
                schema: "events",
                table: "events",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "discount_codes",
                schema: "pricing",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    per = table.Column<string>(type: "text", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    ticket_types = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    begins_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    most_tickets_per_order = table.Column<int>(type: "integer", nullable: true),
                    counted_by = table.Column<string>(type: "text", nullable: false),
                    most_uses = table.Column<int>(type: "integer", nullable: true),
                    most_per_person = table.Column<int>(type: "integer", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_discount_codes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "event_refunds",
                schema: "orders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    started_by = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    stopped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event_refunds", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "order_refunds",
                schema: "orders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    price = table.Column<long>(type: "bigint", nullable: false),
                    fee = table.Column<long>(type: "bigint", nullable: false),
                    own_fee = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false),
                    money_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_order_refunds", x => x.id);
                    table.ForeignKey(
                        name: "FK_order_refunds_orders_order_id",
                        column: x => x.order_id,
                        principalSchema: "orders",
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

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

            migrationBuilder.CreateTable(
                name: "event_refund_jobs",
                schema: "orders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    refund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    last_error = table.Column<string>(type: "text", nullable: true),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event_refund_jobs", x => x.id);
                    table.ForeignKey(
                        name: "FK_event_refund_jobs_event_refunds_refund_id",
                        column: x => x.refund_id,
                        principalSchema: "orders",
                        principalTable: "event_refunds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "refunded_parts",
                schema: "orders",
                columns: table => new
                {
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    part = table.Column<string>(type: "text", nullable: false),
                    refund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_refunded_parts", x => new { x.order_id, x.position, x.part });
                    table.ForeignKey(
                        name: "FK_refunded_parts_order_refunds_refund_id",
                        column: x => x.refund_id,
                        principalSchema: "orders",
                        principalTable: "order_refunds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_refunds_organization_id",
                schema: "payments",
                table: "refunds",
                column: "organization_id",
                filter: "state = 'Failed'");

            migrationBuilder.CreateIndex(
                name: "IX_refunds_tried_before",
                schema: "payments",
                table: "refunds",
                column: "tried_before",
                unique: true,
                filter: "tried_before is not null");

            migrationBuilder.CreateIndex(
                name: "IX_orders_discount_code_id",
                schema: "orders",
                table: "orders",
                column: "discount_code_id",
                filter: "discount_code_id is not null");

            migrationBuilder.CreateIndex(
                name: "IX_orders_paid_at",
                schema: "orders",
                table: "orders",
                column: "paid_at",
                filter: "state = 'PartlyRefunded'");

            migrationBuilder.CreateIndex(
                name: "discount_codes_one_of_a_name",
                schema: "pricing",
                table: "discount_codes",
                columns: new[] { "event_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_discount_codes_organization_id",
                schema: "pricing",
                table: "discount_codes",
                column: "organization_id");

            migrationBuilder.CreateIndex(
                name: "IX_event_refund_jobs_refund_id_order_id",
                schema: "orders",
                table: "event_refund_jobs",
                columns: new[] { "refund_id", "order_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_event_refund_jobs_waiting",
                schema: "orders",
                table: "event_refund_jobs",
                column: "id",
                filter: "done_at is null and failed_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_event_refunds_event_id_id",
                schema: "orders",
                table: "event_refunds",
                columns: new[] { "event_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_order_refunds_event_id_id",
                schema: "orders",
                table: "order_refunds",
                columns: new[] { "event_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_order_refunds_order_id_key",
                schema: "orders",
                table: "order_refunds",
                columns: new[] { "order_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payout_accounts_reference",
                schema: "payments",
                table: "payout_accounts",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_refunded_parts_refund_id",
                schema: "orders",
                table: "refunded_parts",
                column: "refund_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "discount_codes",
                schema: "pricing");

            migrationBuilder.DropTable(
                name: "event_refund_jobs",
                schema: "orders");

            migrationBuilder.DropTable(
                name: "payout_accounts",
                schema: "payments");

            migrationBuilder.DropTable(
                name: "refunded_parts",
                schema: "orders");

            migrationBuilder.DropTable(
                name: "event_refunds",
                schema: "orders");

            migrationBuilder.DropTable(
                name: "order_refunds",
                schema: "orders");

            migrationBuilder.DropIndex(
                name: "IX_refunds_organization_id",
                schema: "payments",
                table: "refunds");

            migrationBuilder.DropIndex(
                name: "IX_refunds_tried_before",
                schema: "payments",
                table: "refunds");

            migrationBuilder.DropIndex(
                name: "IX_orders_discount_code_id",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "IX_orders_paid_at",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "tax_basis_points",
                schema: "events",
                table: "venues");

            migrationBuilder.DropColumn(
                name: "tax_included",
                schema: "events",
                table: "venues");

            migrationBuilder.DropColumn(
                name: "returns_fee",
                schema: "payments",
                table: "refunds");

            migrationBuilder.DropColumn(
                name: "tried_before",
                schema: "payments",
                table: "refunds");

            migrationBuilder.DropColumn(
                name: "code",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "code_most_per_person",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "code_uses",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "discount_code_id",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "tax_basis_points",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "tax_included",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "absorbed_fee",
                schema: "orders",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "discount",
                schema: "orders",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "fee_rest",
                schema: "orders",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "own_fee",
                schema: "orders",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "refunded",
                schema: "orders",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "returned",
                schema: "orders",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "tax",
                schema: "orders",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "absorbs_fees",
                schema: "events",
                table: "events");

            migrationBuilder.DropColumn(
                name: "own_fee",
                schema: "events",
                table: "events");

            migrationBuilder.DropColumn(
                name: "own_fee_basis_points",
                schema: "events",
                table: "events");
        }
    }
}
