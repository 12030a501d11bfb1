using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TicketWeb.Platform.Data;

#nullable disable

namespace TicketWeb.Migrations;

/// <summary>Finds what was bought with an address, without regard to case. An index on an expression is not part of EF's model.</summary>
[DbContext(typeof(TicketDb))]
[Migration("20261122023000_OrdersByEmail")]
public sealed class OrdersByEmail : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("create index ix_orders_lower_email on orders.orders (lower(email)) where state = 'Paid';");

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("drop index orders.ix_orders_lower_email;");
}
