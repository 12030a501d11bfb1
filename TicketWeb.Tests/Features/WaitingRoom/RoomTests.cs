using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.WaitingRoom;
using TicketWeb.Features.WaitingRoom.Domain;
using TicketWeb.Kernel;
using Xunit;

namespace TicketWeb.Tests.Features.WaitingRoom;

public sealed class RoomTests
{
    private static readonly DateTimeOffset Noon = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private DateTimeOffset _now = Noon;

    [Fact]
    public void Nobody_waits_where_nobody_said_so()
    {
        var room = ARoom(RoomMode.Off);

        room.Note(1_000_000, busy: true, _now);
        Pass(room, Minute);

        room.TurnOf(null, _now).Standing.ShouldBe(Standing.Free);
    }

    [Fact]
    public void Before_the_sale_everybody_gathers_and_then_each_is_drawn_a_place_of_their_own()
    {
        var room = ARoom(RoomMode.Scheduled, perMinute: 60, opensAt: Noon + (90 * Minute));
        Pass(room, 29 * Minute);
        room.TurnOf(null, _now).ShouldBe(new Turn(Standing.Free) { OpensAt = Noon + (90 * Minute) });

        Pass(room, 2 * Minute);
        var early = Join(room, 20);
        early.ShouldAllBe(p => room.TurnOf(p, _now).Standing == Standing.Gathered);
        room.Line.Seed.ShouldBeNull("nobody can know a place before the draw");
        Pass(room, 59 * Minute);

        room.State.ShouldBe(RoomState.Calling);
        room.Mode.ShouldBe(RoomMode.Automatic, "there is one draw");
        early.Select(p => room.Line.PlaceOf(p.Number)).Order().ShouldBe(Enumerable.Range(0, 20));
        Join(room, 3).Select(p => room.Line.PlaceOf(p.Number)).ShouldBe([20, 21, 22], "who comes later stands behind, in order");
    }

    [Fact]
    public void No_seed_is_like_another()
    {
        var seeds = Enumerable.Range(0, 20).Select(_ =>
        {
            var room = ARoom(RoomMode.Scheduled, opensAt: Noon + Minute);
            room.Tick(Noon + Minute);
            return Convert.ToHexString(room.Line.Seed!);
        });

        seeds.Distinct().Count().ShouldBe(20);
    }

    [Fact]
    public void Never_are_more_called_than_the_rate_allows_however_irregularly_somebody_looks() => Check.One(
        Config.QuickThrowOnFailure.WithQuietOnSuccess(true),
        Prop.ForAll(
            (from perMinute in Gen.OneOf(Gen.Choose(1, 100), Gen.Choose(100, 5_000))
             from steps in Gen.ListOf(from wait in Gen.OneOf(Gen.Choose(0, 900), Gen.Choose(900, 1_100), Gen.Choose(1_100, 90_000)) from come in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 300)) select (wait, come))
             select (perMinute, steps)).ToArbitrary(),
            c =>
            {
                var line = new Line();
                line.Restart(Noon);
                var called = new List<(DateTimeOffset At, int Called)> { (Noon, 0) };
                var now = Noon;
                foreach (var (wait, come) in c.steps)
                {
                    now += TimeSpan.FromMilliseconds(wait);
                    line.Join(come);
                    line.Call(c.perMinute, now);
                    called.Add((now, line.Called));
                }

                return line.Called <= line.Joined
                    && called.All(from => called.Where(to => to.At >= from.At).All(to => to.Called - from.Called <= ((to.At - from.At) / Minute * c.perMinute) + 1.001));
            }));

    [Fact]
    public void With_enough_people_in_line_as_many_are_called_as_were_asked_for()
    {
        var room = Open(perMinute: 90);
        Join(room, 1_000);

        Pass(room, 4 * Minute);

        room.Line.Called.ShouldBeInRange(358, 361);
    }

    [Fact]
    public void Whoever_comes_to_an_empty_line_goes_straight_through()
    {
        var room = Open(perMinute: 6);
        Pass(room, Minute);
        var one = Join(room, 1)[0];
        var next = Join(room, 1)[0];

        Pass(room, Second);

        room.TurnOf(one, _now).Standing.ShouldBe(Standing.Called);
        room.TurnOf(next, _now).ShouldBe(new Turn(Standing.InLine) { Ahead = 0, Wait = TimeSpan.Zero, Percent = 50, LookAgain = TimeSpan.FromSeconds(3) });
    }

    [Fact]
    public void What_stood_still_is_not_made_up_for()
    {
        var room = Open(perMinute: 600);
        Join(room, 10_000);
        Pass(room, Second);
        var before = room.Line.Called;

        room.Tick(_now += 20 * Minute);

        (room.Line.Called - before).ShouldBe(20, "two seconds' worth");
    }

    [Fact]
    public void A_node_whose_clock_is_behind_takes_nothing_back()
    {
        var room = Open(perMinute: 600);
        Join(room, 1_000);
        Pass(room, 10 * Second);
        var called = room.Line.Called;

        room.Tick(_now - Second);

        room.Line.Called.ShouldBe(called);
        Pass(room, Second);
        room.Line.Called.ShouldBe(called + 10);
    }

    [Fact]
    public void The_estimate_is_kept()
    {
        var room = Open(perMinute: 120);
        var last = Join(room, 600)[^1];
        Pass(room, Second);
        var promised = room.TurnOf(last, _now).Wait!.Value;

        var waited = TimeSpan.Zero;
        for (; room.TurnOf(last, _now).Standing == Standing.InLine; waited += Second)
            Pass(room, Second);

        waited.ShouldBe(promised, 2 * Second);
    }

    [Fact]
    public void A_turn_lasts_ten_minutes_and_not_eleven()
    {
        var room = Open(perMinute: 30);
        var places = Join(room, 2_000);
        var (called, missed) = (new Dictionary<Place, DateTimeOffset>(), new Dictionary<Place, DateTimeOffset>());
        for (var i = 0; i < 30 * 60; i++)
        {
            Pass(room, Second);
            foreach (var place in places.Take(400).Where(p => !missed.ContainsKey(p)))
            {
                var turn = room.TurnOf(place, _now);
                if (turn.Standing == Standing.Called && called.TryAdd(place, _now))
                    turn.Until!.Value.ShouldBeInRange(_now + (10 * Minute) - Second, _now + (11 * Minute) + Second);
                else if (turn.Standing == Standing.Missed)
                    missed[place] = _now;
            }
        }

        missed.Count.ShouldBe(400);
        missed.ShouldAllBe(m => m.Value - called[m.Key] >= (10 * Minute) - Second && m.Value - called[m.Key] <= (11 * Minute) + Second);
        room.Line.Marks.Length.ShouldBe(11, "as many, however long it goes on");
    }

    [Fact]
    public void A_pause_stops_the_calling_and_not_the_turns()
    {
        var room = Open(perMinute: 60);
        var places = Join(room, 100);
        Pass(room, 10 * Second);
        room.Pause();
        var called = room.Line.Called;

        Pass(room, 5 * Minute);
        room.Line.Called.ShouldBe(called);
        room.TurnOf(places[0], _now).Standing.ShouldBe(Standing.Called);
        room.TurnOf(places[^1], _now).Wait.ShouldBeNull("nobody knows");
        Pass(room, 7 * Minute);
        room.TurnOf(places[0], _now).Standing.ShouldBe(Standing.Missed);

        room.Resume(_now);
        Pass(room, 10 * Second);
        room.Line.Called.ShouldBeInRange(called + 9, called + 11);
    }

    [Fact]
    public void While_the_checkout_cannot_keep_up_nobody_is_called()
    {
        var room = Open(perMinute: 600);
        Join(room, 10_000);
        Pass(room, 5 * Second);
        var called = room.Line.Called;

        room.Note(0, busy: true, _now);
        Pass(room, 9 * Second);
        room.Line.Called.ShouldBe(called);
        Pass(room, 3 * Second);

        room.Line.Called.ShouldBeInRange(called + 1, called + 30);
    }

    [Fact]
    public void More_buyers_than_the_checkout_shall_take_open_it()
    {
        var room = ARoom(RoomMode.Automatic, perMinute: 60);

        room.Note(10, busy: false, _now);
        room.State.ShouldBe(RoomState.Idle, "ten in ten seconds are sixty a minute");
        room.Note(1, busy: false, _now += Second);

        room.State.ShouldBe(RoomState.Calling);
    }

    [Fact]
    public void As_many_over_a_longer_time_do_not()
    {
        var room = ARoom(RoomMode.Automatic, perMinute: 60);

        for (var i = 0; i < 600; i++)
            room.Note(i % 10 == 0 ? 9 : 0, busy: false, _now += Second);

        room.State.ShouldBe(RoomState.Idle);
    }

    [Fact]
    public void One_buyer_whom_the_checkout_cannot_serve_opens_it_too()
    {
        var room = ARoom(RoomMode.Automatic);

        room.Note(1, busy: true, _now);

        room.State.ShouldBe(RoomState.Calling);
    }

    [Fact]
    public void It_closes_when_nobody_has_had_to_wait_for_a_while_and_places_of_then_are_worth_nothing_later()
    {
        var room = Open(perMinute: 60);
        var old = Join(room, 1)[0];
        for (var i = 0; i < 4; i++)
        {
            Pass(room, Minute);
            Join(room, 1);
        }

        room.State.ShouldBe(RoomState.Calling);
        Pass(room, 2 * Minute);
        room.TurnOf(old, _now).Standing.ShouldBe(Standing.Free);

        room.Open(_now);
        room.TurnOf(old, _now).Standing.ShouldBe(Standing.Missed);
        room.TurnOf(Join(room, 1)[0], _now).Standing.ShouldBe(Standing.InLine);
    }

    [Fact]
    public void A_line_that_is_there_when_the_appointed_moment_comes_goes_on()
    {
        var room = Open(perMinute: 60);
        Join(room, 10_000);
        room.Plan(RoomMode.Scheduled, _now + (30 * Minute), 60, _now).Refusal.ShouldBeNull();

        Pass(room, 31 * Minute);

        room.State.ShouldBe(RoomState.Calling);
        room.Line.Seed.ShouldBeNull();
        room.Line.Called.ShouldBeGreaterThan(1_800);
    }

    [Fact]
    public void The_team_can_let_everyone_in()
    {
        var room = Open(perMinute: 60);
        var place = Join(room, 100)[^1];

        room.LetEveryoneIn();
        room.Note(1_000, busy: true, _now);

        room.TurnOf(place, _now).Standing.ShouldBe(Standing.Free);
        room.Mode.ShouldBe(RoomMode.Off, "or those who are let in would open it again");
    }

    [Theory]
    [InlineData(null, 0, 60, "mode")]
    [InlineData(RoomMode.Automatic, 0, 0, "perMinute")]
    [InlineData(RoomMode.Automatic, 0, 100_001, "perMinute")]
    [InlineData(RoomMode.Scheduled, 0, 60, "opensAt")]
    [InlineData(RoomMode.Scheduled, -5, 60, "opensAt")]
    public void What_makes_no_sense_is_refused(RoomMode? mode, int opensInMinutes, int perMinute, string field)
    {
        var refusal = ARoom(RoomMode.Off).Plan(mode, opensInMinutes == 0 ? null : Noon + (opensInMinutes * Minute), perMinute, Noon).Refusal;

        refusal.ShouldBeOfType<InvalidInput>().Errors.ShouldHaveSingleItem().Field.ShouldBe(field);
    }

    private Room Open(int perMinute)
    {
        var room = ARoom(RoomMode.Automatic, perMinute);
        room.Open(_now);
        return room;
    }

    /// <summary>Lets time pass as the keeper does, second by second.</summary>
    private void Pass(Room room, TimeSpan time)
    {
        for (var until = _now + time; _now < until;)
            room.Tick(_now += Second);
    }

    private static Room ARoom(RoomMode mode, int perMinute = 60, DateTimeOffset? opensAt = null)
    {
        var room = Room.Of(new EventView(
            Id.New<EventId>(), Id.New<OrganizationId>(), "salt-and-smoke", "", Category.Music, "", "", null!, [], null, Noon, Noon, null, EventState.Published, null, Currency.Of("GBP"), []));
        room.Plan(mode, opensAt, perMinute, Noon).Refusal.ShouldBeNull();
        return room;
    }

    private static List<Place> Join(Room room, int count)
    {
        var first = room.Line.Join(count);
        return [.. Enumerable.Range(first, count).Select(number => new Place(room.EventId, room.Line.Round, number, Id.New<AdmissionId>(), null))];
    }
}
