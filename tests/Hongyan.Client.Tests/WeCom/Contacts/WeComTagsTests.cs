using Hongyan.WeCom;

namespace Hongyan.Client.Tests.WeCom.Contacts;

public sealed class WeComTagsTests : IDisposable
{
    private readonly TestClient _test = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WeComTags Tags => _test.Client.Tags;

    public void Dispose() => _test.Dispose();

    [Theory]
    [InlineData("""{"errcode":0,"errmsg":"invalid userlist and partylist failed","invalidlist":"a|b","invalidparty":[9]}""", "a,b", 1)]
    [InlineData("""{"errcode":0,"errmsg":"ok","invalidlist":""}""", "", 0)]
    [InlineData("""{"errcode":0,"errmsg":"ok","invalidparty":null}""", "", 0)]
    public async Task AddAsync_Answered_SaysWhoWasInvalid(string answer, string users, int departments)
    {
        _test.Platform.Answer(answer);

        var result = await Tags.AddAsync(12, new() { UserIds = ["a", "b", "c"], DepartmentIds = [9] }, Cancellation);

        Assert.Equal("""{"tagid":12,"userlist":["a","b","c"],"partylist":[9]}""", _test.Platform.Calls[0].Text);
        Assert.Equal(users, string.Join(',', result.InvalidUserIds));
        Assert.Equal(departments, result.InvalidDepartmentIds.Count);
    }

    [Fact]
    public async Task CreateAsync_NameOf33Characters_SendsNothing() =>
        Assert.Equal(32, (await Assert.ThrowsAsync<FieldLimitException>(() => Tags.CreateAsync(new string('标', 33), cancellationToken: Cancellation))).Limit);

    [Fact]
    public async Task RemoveAsync_MoreThan1000_SendsNothing() =>
        Assert.Equal(1000, (await Assert.ThrowsAsync<FieldLimitException>(
            () => Tags.RemoveAsync(1, new() { UserIds = [.. Enumerable.Repeat("a", 1001)] }, Cancellation))).Limit);

    [Fact]
    public async Task GetAsync_MembersAndDepartments_ReadsBoth()
    {
        _test.Platform.Answer("""{"errcode":0,"tagname":"教师","userlist":[{"userid":"a","name":"甲"}],"partylist":["2"]}""");

        var members = await Tags.GetAsync(12, Cancellation);

        Assert.Equal(("教师", "甲", 2), (members.Name, members.Users[0].Name, members.DepartmentIds[0]));
    }
}
