using Hongyan.Media;

namespace Hongyan.Client.Tests.Media;

public sealed class ReplayableStreamTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CopyToAsync_Twice_GivesTheSameBytes(bool canSeek)
    {
        using var source = new PatternStream(200_000, canSeek);
        await using var replayable = await ReplayableStream.OpenAsync(source, 1_000_000, Cancellation);
        Assert.Equal(200_000, replayable.Length);
        Assert.Equal(PatternStream.Bytes(12), await replayable.PeekAsync(12, Cancellation));

        for (var round = 0; round < 2; round++)
        {
            using var copy = new MemoryStream();
            await replayable.CopyToAsync(copy, Cancellation);
            Assert.Equal(PatternStream.Bytes(200_000), copy.ToArray());
        }
    }

    [Fact]
    public async Task OpenAsync_StreamInTheMiddle_StartsThere()
    {
        using var source = new MemoryStream([1, 2, 3, 4, 5]) { Position = 2 };
        await using var replayable = await ReplayableStream.OpenAsync(source, 100, Cancellation);
        using var copy = new MemoryStream();

        await replayable.CopyToAsync(copy, Cancellation);

        Assert.Equal([3, 4, 5], copy.ToArray());
        Assert.Equal([3, 4, 5], await replayable.PeekAsync(12, Cancellation));
    }

    [Fact]
    public async Task OpenAsync_EndlessStream_ReadsOneByteMoreThanTheLimit()
    {
        using var source = new PatternStream(long.MaxValue, canSeek: false);

        await using var replayable = await ReplayableStream.OpenAsync(source, 100_000, Cancellation);

        Assert.Equal(100_001, replayable.Length);
        Assert.Equal(100_001, source.BytesRead);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DisposeAsync_Always_LeavesTheCallersStreamOpen(bool canSeek)
    {
        using var source = new PatternStream(10, canSeek);

        await (await ReplayableStream.OpenAsync(source, 100, Cancellation)).DisposeAsync();

        Assert.False(source.IsDisposed);
    }

    [Fact]
    public async Task CopyToAsync_BecameShorter_Throws()
    {
        using var source = new MemoryStream();
        source.SetLength(10);
        source.Position = 0;
        await using var replayable = await ReplayableStream.OpenAsync(source, 100, Cancellation);
        source.SetLength(5);

        await Assert.ThrowsAsync<EndOfStreamException>(() => replayable.CopyToAsync(Stream.Null, Cancellation));
    }
}
