using Shouldly;
using TicketWeb.Platform.Security;
using Xunit;

namespace TicketWeb.Tests.Platform.Security;

public sealed class OwnAddressTests
{
    [Theory]
    [InlineData("http://localhost:5080", "http://localhost:5080/")]
    [InlineData("http://127.0.0.1:41235", "http://127.0.0.1:41235/")]
    [InlineData("http://*:8080", "http://localhost:8080/")]
    [InlineData("http://+:8080", "http://localhost:8080/")]
    [InlineData("http://0.0.0.0:8080", "http://localhost:8080/")]
    [InlineData("http://[::]:8080", "http://localhost:8080/")]
    [InlineData("http://[::1]:8080", "http://[::1]:8080/")]
    public void A_server_finds_itself_wherever_it_listens(string bound, string url) =>
        OwnAddress.Callable(bound).AbsoluteUri.ShouldBe(url);
}
