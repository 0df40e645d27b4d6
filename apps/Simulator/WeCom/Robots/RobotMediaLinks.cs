using System.Security.Cryptography;
using Hongyan.Simulator.Hosting;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>The addresses under which a robot's bot downloads what members send: good for five minutes, and encrypted with the robot's own key.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/100719: AES-256-CBC, the initial vector is the key's beginning, padded to 32 bytes.</remarks>
internal sealed class RobotMediaLinks(MediaStore media, SimulatorAddress address, SimulatedClock clock)
{
    /// <summary>How long an address is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private const string Path = "/robot-media/";
    private const int PaddingBlock = 32;
    private const int VectorLength = 16;

    // An address that is over is still told from one that never was.
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (string MediaId, string Key, DateTimeOffset IssuedAt)> _links = [];

    /// <summary>Serves the files: 403 when the five minutes are over, 404 for what never was an address.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(Path + "{code}", (string code, RobotMediaLinks links) => links.Read(code)).ExcludeFromDescription();

    /// <summary>A new address for a file.</summary>
    public string Issue(WeComRobot robot, string mediaId)
    {
        var code = Invented.EventCode();
        lock (_lock)
        {
            foreach (var old in _links.Where(link => clock.Now - link.Value.IssuedAt > Memory).Select(link => link.Key).ToList())
                _links.Remove(old);
            _links[code] = (mediaId, robot.Callback.EncodingAESKey, clock.Now);
        }
        return address.Of(Path + code);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
            _links.Clear();
    }

    private IResult Read(string code)
    {
        (string MediaId, string Key, DateTimeOffset IssuedAt) link;
        lock (_lock)
        {
            if (!_links.TryGetValue(code, out link))
                return Failed(StatusCodes.Status404NotFound, "NoSuchKey");
        }
        if (clock.Now - link.IssuedAt > Lifetime)
            return Failed(StatusCodes.Status403Forbidden, "AccessDenied");
        return media.Find(link.MediaId) is { } file
            ? Results.Bytes(Encrypt(file.Content, link.Key), "application/octet-stream")
            : Failed(StatusCodes.Status404NotFound, "NoSuchKey");
    }

    // The files lie in a store of objects, which answers in its own manner.
    private static IResult Failed(int status, string code) =>
        Results.Content($"<Error><Code>{code}</Code></Error>", "application/xml", statusCode: status);

    private static byte[] Encrypt(byte[] content, string encodingAESKey)
    {
        using var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(encodingAESKey + "=");
        var padding = PaddingBlock - content.Length % PaddingBlock;
        byte[] padded = [.. content, .. Enumerable.Repeat((byte)padding, padding)];
        return aes.EncryptCbc(padded, aes.Key.AsSpan(0, VectorLength), PaddingMode.None);
    }
}
