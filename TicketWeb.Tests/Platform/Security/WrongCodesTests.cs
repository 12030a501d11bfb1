using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Shouldly;
using TicketWeb.Platform.Security;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Platform.Security;

/// <summary>Three wrong codes in a quarter of an hour, five minutes each.</summary>
public sealed class WrongCodesTests
{
    private readonly TestClock _clock = new(new DateTimeOffset(2027, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly HttpContext _guesser = From("203.0.113.7");
    private readonly WrongCodes _codes;

    public WrongCodesTests() => _codes = new(Options.Create(new RateLimitsOptions { WrongCodes = new(3, TimeSpan.FromMinutes(15)) }), _clock);

    [Fact]
    public void Who_was_wrong_too_often_waits_and_nobody_else_does()
    {
        Guess(3).ShouldBe([true, true, true]);

        _codes.MayTry(_guesser).ShouldBeFalse();
        _codes.MayTry(From("203.0.113.8")).ShouldBeTrue();
        _clock.Advance(TimeSpan.FromMinutes(5));
        Guess(2).ShouldBe([true, false], "one comes back after another");
        _clock.Advance(TimeSpan.FromHours(1));
        Guess(4).ShouldBe([true, true, true, false]);
    }

    [Fact]
    public void Who_sends_many_before_the_first_is_answered_owes_for_all_of_them()
    {
        for (var i = 0; i < 9; i++)
            _codes.Count(_guesser);

        _clock.Advance(TimeSpan.FromMinutes(34));
        _codes.MayTry(_guesser).ShouldBeFalse();
        _clock.Advance(TimeSpan.FromMinutes(1));
        _codes.MayTry(_guesser).ShouldBeTrue();
    }

    private List<bool> Guess(int times) => [.. Enumerable.Range(0, times).Select(_ =>
    {
        var may = _codes.MayTry(_guesser);
        if (may)
            _codes.Count(_guesser);
        return may;
    })];

    private static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
}
