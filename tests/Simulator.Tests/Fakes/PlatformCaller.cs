using System.Text;
using System.Text.Json.Nodes;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Tests.Fakes;

/// <summary>Calls the platform's API of a simulator as a bot does, every byte of the request written by hand.</summary>
internal sealed class PlatformCaller(RunningSimulator simulator)
{
    public static byte[] Png { get; } = [0x89, .. "PNG\r\n\u001A\n"u8, 1, 2, 3];

    public static byte[] Amr { get; } = Voice(seconds: 1);

    public static byte[] Mp4 { get; } = [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0];

    /// <summary>A silent voice.</summary>
    public static byte[] Voice(int seconds) => [.. "#!AMR\n"u8, .. Enumerable.Repeat((byte)0x7C, seconds * 50)];

    public Task<JsonNode> GetTokenAsync(string? corpId = null, string? secret = null) =>
        simulator.GetAsync($"/cgi-bin/gettoken?corpid={corpId ?? SampleApps.Demo.CorpId}&corpsecret={secret ?? SampleApps.Demo.Secret}");

    /// <summary>A good token of the demo app.</summary>
    public async Task<string> TokenAsync() => (string)(await GetTokenAsync())["access_token"]!;

    public Task<JsonNode> UploadAsync(string token, string type, byte[] file, string fileName) =>
        UploadAsync(token, type, file, fileName, $"form-data; name=\"media\"; filename=\"{fileName}\"; filelength={file.Length}");

    public async Task<JsonNode> UploadAsync(string token, string type, byte[] file, string fileName, string disposition)
    {
        using var content = Multipart(file, disposition);
        using var response = await simulator.Http.PostAsync(
            new Uri($"/cgi-bin/media/upload?access_token={token}&type={type}", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("application/json; charset=UTF-8", response.Content.Headers.ContentType!.ToString());
        return await RunningSimulator.ReadAsync(response);
    }

    /// <summary>A multipart body of one part.</summary>
    public static ByteArrayContent Multipart(byte[] file, string disposition)
    {
        const string Boundary = "-------------------------acebdf13572468";
        var content = new ByteArrayContent(
        [
            .. Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: {disposition}\r\nContent-Type: application/octet-stream\r\n\r\n"),
            .. file,
            .. Encoding.UTF8.GetBytes($"\r\n--{Boundary}--\r\n"),
        ]);
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=" + Boundary);
        return content;
    }

    public Task<HttpResponseMessage> DownloadAsync(string token, string mediaId) => simulator.Http.GetAsync(
        new Uri($"/cgi-bin/media/get?access_token={token}&media_id={mediaId}", UriKind.Relative), TestContext.Current.CancellationToken);
}
