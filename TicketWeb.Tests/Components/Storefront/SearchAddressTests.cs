using Shouldly;
using TicketWeb.Components.Storefront;
using TicketWeb.Features.Events;
using Xunit;

namespace TicketWeb.Tests.Components.Storefront;

public sealed class SearchAddressTests
{
    [Fact]
    public void What_is_left_open_is_not_in_the_address() => new SearchAddress(" ", null, "", null, false).Url.ShouldBe("/search");

    [Fact]
    public void Everything_chosen_is_in_the_address_and_encoded() =>
        new SearchAddress("salt & smoke", "Bristol", "weekend", Category.Food, true, 3).Url
            .ShouldBe("/search?q=salt%20%26%20smoke&city=Bristol&when=weekend&category=food&free=1&page=3");
}
