using Hongyan.AspNetCore.Tests.Support;
using Hongyan.OfficialAccount;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Hongyan.AspNetCore.Tests.OfficialAccount;

public sealed class OfficialAccountOptionsTests
{
    // Random, and used nowhere else.
    private const string GoodToken = "q7RkWz2mXv9TbLc4";
    private const string GoodKey = "Zk3vQ9pLw7XrT2mNs8YbF4hJc6DgR1aUe5KiOx0VtCn";

    private static HongyanStartupException Refused(string environment, params (string Key, string? Value)[] changes) =>
        Assert.Throws<HongyanStartupException>(() => Map(environment, changes));

    private static OfficialAccountOptions Map(string environment, params (string Key, string? Value)[] changes)
    {
        var builder = CallbackHost.NewBuilder(environment,
            new("OfficialAccount:AppId", "wx9d1f6c03be5a7284"), new("OfficialAccount:Token", GoodToken), new("OfficialAccount:EncodingAESKey", GoodKey));
        builder.WebHost.UseTestServer();
        foreach (var (key, value) in changes)
            builder.Configuration[$"OfficialAccount:{key}"] = value;
        builder.AddOfficialAccount();
        using var app = builder.Build();
        app.MapOfficialAccount("/oa");
        return app.Services.GetRequiredService<IOptionsMonitor<OfficialAccountOptions>>().Get("OfficialAccount");
    }

    [Fact]
    public void MapOfficialAccount_OnlyWhatIsRequired_IsSafeAndUnverified()
    {
        var options = Map("Production");

        Assert.Equal((EncryptionMode.Safe, false, null), (options.Mode, options.Verified, options.MaxCallbackAge));
        Assert.Equal("https://api.weixin.qq.com/", options.ApiBaseAddress.AbsoluteUri);
    }

    [Fact]
    public void MapOfficialAccount_PlaintextMode_NeedsNoKey() =>
        Assert.Equal(EncryptionMode.Plaintext, Map("Production", ("Mode", "Plaintext"), ("EncodingAESKey", null)).Mode);

    [Theory]
    [InlineData("AppId", null, "AppId is missing")]
    [InlineData("AppId", "wx 1", "white space")]
    [InlineData("Token", null, "Token is missing")]
    [InlineData("Token", "q7RkWz2mXv9TbLc4\n", "white space")]
    [InlineData("Token", "q7RkWz2mXv9TbLc4q7RkWz2mXv9TbLc4x", "33 characters")]
    [InlineData("EncodingAESKey", null, "EncodingAESKey is missing")]
    [InlineData("EncodingAESKey", "short", "5 characters")]
    [InlineData("Mode", "7", "Mode must be Plaintext, Compatible or Safe")]
    [InlineData("Mode", "安全模式", "OfficialAccount:Mode")]
    [InlineData("Verified", "是", "OfficialAccount:Verified")]
    [InlineData("Verified", "true", "Secret is missing")]
    [InlineData("ApiBaseAddress", "https://api.weixin.qq.com/cgi-bin", "scheme, host and port")]
    [InlineData("MaxCallbackAge", "00:00:00", "more than nothing")]
    public void MapOfficialAccount_ValueThatCannotWork_IsRefused(string key, string? value, string reason)
    {
        var refused = Refused("Development", (key, value));

        Assert.Contains("HY1001", refused.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Token", "vwX2BZrcR9UeGUPzUoU2")]
    [InlineData("Token", "weixin")]
    [InlineData("Token", "mytoken")]
    [InlineData("EncodingAESKey", "GrFKd3BaksXkE9Yxjhn2WOljnzzp6XmS3kneeW3T5IJ")]
    public void MapOfficialAccount_ValueThatEverybodyKnows_IsRefusedOutsideDevelopment(string key, string value)
    {
        Assert.NotNull(Map("Development", (key, value)));
        Assert.Contains("HY1002", Refused("Production", (key, value)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MapOfficialAccount_NoAccount_SaysWhatToCall()
    {
        var builder = CallbackHost.NewBuilder("Development");
        builder.WebHost.UseTestServer();
        using var app = builder.Build();

        Assert.Contains("builder.AddOfficialAccount()", Assert.Throws<HongyanStartupException>(() => app.MapOfficialAccount("/oa")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MapOfficialAccount_AccountOfWeCom_IsNone()
    {
        var builder = CallbackHost.NewBuilder("Development",
            new("A:CorpId", "ww1"), new("A:Token", GoodToken), new("A:EncodingAESKey", GoodKey));
        builder.WebHost.UseTestServer();
        builder.AddWeCom("school", "A");
        using var app = builder.Build();

        Assert.Contains("HY1007", Assert.Throws<HongyanStartupException>(() => app.MapOfficialAccount("/oa", "school")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddOfficialAccount_NameOfAnotherAccount_IsRefused()
    {
        var builder = CallbackHost.NewBuilder("Development");
        builder.AddWeCom("school", "A");

        Assert.Contains("HY1007", Assert.Throws<HongyanStartupException>(() => builder.AddOfficialAccount("school", "B")).Message, StringComparison.Ordinal);
    }
}
