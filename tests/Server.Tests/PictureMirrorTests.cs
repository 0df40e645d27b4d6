using System.Buffers.Binary;
using System.IO.Compression;
using Hongyan.Server.Demo;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hongyan.Server.Tests;

public class PictureMirrorTests
{
    private readonly PictureMirror _mirror = new(NullLogger<PictureMirror>.Instance);

    [Fact]
    public async Task MirrorAsync_PictureOfTwoPixels_ChangesThemOver()
    {
        SkipWithoutFfmpeg();
        byte[] red = [255, 0, 0], blue = [0, 0, 255];

        var mirrored = await _mirror.MirrorAsync(Png.Write([[.. red, .. blue]]), TestContext.Current.CancellationToken);

        Assert.Equal([.. blue, .. red], Png.ReadRow(mirrored!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a picture")]
    [InlineData("#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n")]
    public async Task MirrorAsync_NoPicture_GivesNothing(string content)
    {
        SkipWithoutFfmpeg();

        Assert.Null(await _mirror.MirrorAsync(System.Text.Encoding.ASCII.GetBytes(content), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task MirrorAsync_MegabytesOfNoPicture_EndsAndGivesNothing()
    {
        SkipWithoutFfmpeg();

        Assert.Null(await _mirror.MirrorAsync(new byte[8 << 20], TestContext.Current.CancellationToken));
    }

    private static void SkipWithoutFfmpeg() =>
        Assert.SkipUnless((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "ffmpeg"))),
            "ffmpeg is not installed (Debian: ffmpeg)");

    /// <summary>The little of PNG that a test needs: true colour, eight bits, one row read back.</summary>
    private static class Png
    {
        private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

        public static byte[] Write(byte[][] rows)
        {
            var header = new byte[13];
            BinaryPrimitives.WriteInt32BigEndian(header, rows[0].Length / 3);
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), rows.Length);
            (header[8], header[9]) = (8, 2);
            using var pixels = new MemoryStream();
            using (var deflate = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true))
            {
                foreach (var row in rows)
                    deflate.Write([0, .. row]);
            }
            return [.. Signature, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, pixels.ToArray()), .. Chunk("IEND"u8, [])];
        }

        public static byte[] ReadRow(byte[] png)
        {
            Assert.True(png.AsSpan().StartsWith(Signature));
            using var pixels = new MemoryStream();
            var width = 0;
            for (var at = Signature.Length; at < png.Length;)
            {
                var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
                var type = png.AsSpan(at + 4, 4);
                if (type.SequenceEqual("IHDR"u8))
                    width = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at + 8));
                if (type.SequenceEqual("IDAT"u8))
                    pixels.Write(png, at + 8, length);
                at += 12 + length;
            }
            pixels.Position = 0;
            using var inflate = new ZLibStream(pixels, CompressionMode.Decompress);
            var row = new byte[1 + 3 * width];
            inflate.ReadExactly(row);
            // Filter 1 stores differences to the pixel on the left.
            for (var i = 4; row[0] == 1 && i < row.Length; i++)
                row[i] += row[i - 3];
            return row[1..];
        }

        private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] content)
        {
            byte[] checkedPart = [.. type, .. content];
            var chunk = new byte[12 + content.Length];
            BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
            checkedPart.CopyTo(chunk, 4);
            BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + content.Length), Crc(checkedPart));
            return chunk;
        }

        private static uint Crc(byte[] bytes)
        {
            var crc = uint.MaxValue;
            foreach (var b in bytes)
            {
                crc ^= b;
                for (var bit = 0; bit < 8; bit++)
                    crc = (crc & 1) == 1 ? 0xEDB88320 ^ crc >> 1 : crc >> 1;
            }
            return ~crc;
        }
    }
}
