using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using Xunit;

namespace TicketWeb.Tests.Features.Inventory;

/// <summary>What is set aside, on paper: a room of ten, of which the balcony is four.</summary>
public sealed class LedgerTests
{
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly OrganizationId Us = Id.New<OrganizationId>();
    private static readonly EventId Night = Id.New<EventId>();
    private static readonly TicketTypeId Standing = Id.New<TicketTypeId>();
    private static readonly TicketTypeId Balcony = Id.New<TicketTypeId>();

    private readonly Pool _room = Pool.Open(Us, Night, "Room", 10).Value;
    private readonly Pool _gallery = Pool.Open(Us, Night, "Gallery", 4).Value;
    private readonly Allocation _guests = Allocation.Open(Us, Night, [Standing, Balcony], Now);
    private readonly Ledger _ledger;

    public LedgerTests() => _ledger = new Ledger([_room, _gallery], [Draw(Standing, _room), Draw(Balcony, _room), Draw(Balcony, _gallery)]);

    [Fact]
    public void What_is_set_aside_is_taken_from_every_pool_that_its_type_draws_from()
    {
        _ledger.SetAside(_guests, [new(Standing, 3), new(Balcony, 2)]).ShouldBeNull();

        (_room.Allocated, _gallery.Allocated, _room.Left).ShouldBe((5, 2, 5));
        _ledger.Claim([new(Standing, 6)], null).ShouldBe((Standing, 5));
    }

    [Fact]
    public void More_than_is_left_is_not_set_aside()
    {
        _ledger.Claim([new(Standing, 8)], null).ShouldBeNull();

        _ledger.SetAside(_guests, [new(Standing, 3)]).ShouldBe((Standing, 2));
    }

    [Fact]
    public void Fewer_of_one_type_makes_room_for_more_of_another()
    {
        _ledger.SetAside(_guests, [new(Standing, 10)]);

        _ledger.SetAside(_guests, [new(Balcony, 4), new(Standing, -4)]).ShouldBeNull();

        (_room.Allocated, _gallery.Allocated, _guests.Of(Standing)!.Held, _guests.Of(Balcony)!.Held).ShouldBe((10, 4, 6, 4));
    }

    [Fact]
    public void Selling_from_it_moves_what_was_set_aside_to_what_is_claimed()
    {
        _ledger.SetAside(_guests, [new(Standing, 3)]);
        _ledger.Claim([new(Standing, 7)], null).ShouldBeNull();

        _ledger.Claim([new(Standing, 2)], _guests).ShouldBeNull("the open stock is gone, and what is set aside is not");

        (_room.Claimed, _room.Allocated, _guests.Of(Standing)!.Held).ShouldBe((9, 1, 1));
        _ledger.Claim([new(Standing, 2)], _guests).ShouldBe((Standing, 1));
        (_room.Claimed, _room.Allocated).ShouldBe((9, 1), "all of it or nothing");
    }

    [Fact]
    public void What_it_does_not_have_is_taken_from_the_open_stock_beside_it_and_all_of_it_or_nothing()
    {
        var band = Allocation.Open(Us, Night, [Standing], Now);
        _ledger.SetAside(band, [new(Standing, 3)]);

        _ledger.Claim([new(Standing, 2), new(Balcony, 5)], band).ShouldBe((Balcony, 4));

        (_room.Claimed, _room.Allocated, band.Of(Standing)!.Held).ShouldBe((0, 3, 3));
    }

    [Fact]
    public void What_comes_along_is_taken_as_far_as_it_is_there_and_never_from_what_is_set_aside()
    {
        _ledger.SetAside(_guests, [new(Balcony, 1)]);

        _ledger.ClaimWhatIsLeft([new(Balcony, 5), new(Standing, 2)]).ShouldBe([new(Balcony, 3), new(Standing, 2)]);

        (_room.Claimed, _gallery.Claimed, _gallery.Left).ShouldBe((5, 3, 0));
        _ledger.ClaimWhatIsLeft([new(Balcony, 1), new(Id.New<TicketTypeId>(), 1)]).ShouldBeEmpty();
    }

    [Fact]
    public void What_comes_back_goes_to_it_while_it_lasts_and_to_the_pools_afterwards()
    {
        _ledger.SetAside(_guests, [new(Standing, 3)]);
        _ledger.Claim([new(Standing, 3)], _guests);

        _ledger.GiveBack([new(Standing, 1)], _guests);
        (_room.Claimed, _room.Allocated, _room.Left).ShouldBe((2, 1, 7));

        _ledger.Release(_guests, Now);
        (_room.Claimed, _room.Allocated, _room.Left, _guests.LastsAt(Now)).ShouldBe((2, 0, 8, false));
        _ledger.GiveBack([new(Standing, 1)], null);
        _room.Left.ShouldBe(9);
    }

    private static PoolDraw Draw(TicketTypeId type, Pool pool) => new() { TicketTypeId = type, PoolId = pool.Id, OrganizationId = Us, EventId = Night };
}
