using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using TicketWeb.Kernel;
using TicketWeb.Platform.Files;
using Xunit;

namespace TicketWeb.Tests.Platform.Files;

public sealed class ImageIntakeTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_is_drawn_anew_narrower_and_without_what_the_camera_wrote()
    {
        var text = ("tEXt", Encoding.ASCII.GetBytes("Comment\0taken at 51.45 N 2.59 W"));

        var image = (await TakeAsync(Pictures.Png(3200, 100, text))).Value;

        image.ContentType.ShouldBe("image/webp");
        (image.Width, image.Height).ShouldBe((1600, 50));
        Encoding.Latin1.GetString(image.Bytes).ShouldNotContain("51.45");
    }

    [Fact]
    public async Task A_small_picture_keeps_its_size_and_each_format_is_read()
    {
        foreach (var picture in (byte[][])[Pictures.Jpeg, Pictures.Png(8, 8), (await TakeAsync(Pictures.Png(8, 8))).Value.Bytes])
            (await TakeAsync(picture)).Value.ShouldSatisfyAllConditions(i => (i.Width, i.Height).ShouldBe((8, 8)), i => i.ContentType.ShouldBe("image/webp"));
    }

    [Fact]
    public async Task A_picture_whose_inside_is_broken_is_none()
    {
        (await TakeAsync(Pictures.WebPHeader(400, 300))).Refusal.ShouldBeOfType<NotAPicture>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("GIF89a\u0001\0\u0001\0\0\0\0;")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("<html><script>alert(1)</script></html>")]
    [InlineData("%PDF-1.7")]
    [InlineData("BM\0\0\0\0")]
    [InlineData("RIFF\u0010\0\0\0WEBPVP8X")]
    [InlineData("\u0089PNG\r\n\u001a\n")]
    public async Task What_is_no_picture_is_refused(string bytes) =>
        (await TakeAsync(Encoding.Latin1.GetBytes(bytes))).Refusal.ShouldBeOfType<NotAPicture>();

    [Fact]
    public async Task A_picture_that_breaks_off_anywhere_is_refused_and_never_a_crash()
    {
        foreach (var whole in (byte[][])[Pictures.Png(4, 4), Pictures.Jpeg, Pictures.WebPHeader(4, 4)])
        {
            for (var length = 0; length < whole.Length; length++)
                (await TakeAsync(whole[..length])).Refusal.ShouldBeOfType<NotAPicture>($"{length} of {whole.Length} bytes");
        }
    }

    [Theory]
    [InlineData("PK\u0003\u0004archive")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("some text, then <html>")]
    public async Task A_picture_that_is_another_file_too_is_refused(string stowaway)
    {
        foreach (var picture in (byte[][])[Pictures.Jpeg, Pictures.Png(4, 4)])
            (await TakeAsync([.. picture, .. Encoding.ASCII.GetBytes(stowaway)])).Refusal.ShouldBeOfType<NotAPicture>();
    }

    [Fact]
    public async Task What_phones_put_behind_a_picture_is_cut_off() =>
        (await TakeAsync([.. Pictures.Jpeg, .. Pictures.Jpeg, 0, 0])).Value.Bytes.ShouldBe((await TakeAsync(Pictures.Jpeg)).Value.Bytes);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_bomb_of_pixels_is_refused_before_anything_unpacks_it(bool webP)
    {
        var bomb = webP ? Pictures.WebPHeader(16_000, 16_000) : Pictures.Png(6_400, 6_400);

        bomb.Length.ShouldBeLessThan(1_000_000);
        (await TakeAsync(bomb)).Refusal.ShouldBeOfType<PictureTooBig>();
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_not_read_to_its_end()
    {
        using var endless = new MemoryStream(new byte[64 * 1024 * 1024]);

        (await new ImageIntake(NullLogger<ImageIntake>.Instance).TakeAsync(endless, Cancel)).Refusal.ShouldBeOfType<FileTooLarge>();

        endless.Position.ShouldBeLessThan(9 * 1024 * 1024);
    }

    private static async Task<Outcome<IntakenImage>> TakeAsync(byte[] bytes) =>
        await new ImageIntake(NullLogger<ImageIntake>.Instance).TakeAsync(new MemoryStream(bytes), Cancel);
}
