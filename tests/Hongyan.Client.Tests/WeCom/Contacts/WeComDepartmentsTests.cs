using Hongyan.WeCom;

namespace Hongyan.Client.Tests.WeCom.Contacts;

public sealed class WeComDepartmentsTests : IDisposable
{
    private readonly TestClient _test = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WeComDepartments Departments => _test.Client.Departments;

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task CreateAsync_NameAndParent_GivesTheId()
    {
        _test.Platform.Answer("""{"errcode":0,"errmsg":"created","id":"7"}""");

        Assert.Equal(7, await Departments.CreateAsync(new() { Name = "研发部", ParentId = 1, Order = 4294967295 }, Cancellation));
        Assert.Equal("""{"name":"研发部","parentid":1,"order":4294967295}""", _test.Platform.Calls[0].Text);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("a:b", 0)]
    [InlineData("研发|测试", 0)]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五", 64)]
    public async Task CreateAsync_NameThatItCannotHave_SendsNothing(string name, double limit)
    {
        var refusal = await Assert.ThrowsAsync<FieldLimitException>(() => Departments.CreateAsync(new() { Name = name, ParentId = 1 }, Cancellation));

        Assert.Equal(("NewDepartment.Name", limit), (refusal.Field, refusal.Limit));
        Assert.Empty(_test.Platform.Calls);
    }

    [Fact]
    public async Task ListAsync_NamesAbsent_ReadsIds()
    {
        _test.Platform.Answer("""{"errcode":0,"department":[{"id":1,"parentid":0,"order":4294967295,"department_leader":null,"name":null}]}""");

        var department = Assert.Single(await Departments.ListAsync(cancellationToken: Cancellation).ToListAsync(Cancellation));

        Assert.Equal((1, "", 4294967295), (department.Id, department.Name, department.Order));
        Assert.Empty(department.LeaderIds);
        Assert.Null(_test.Platform.Calls[0].Query("id"));
    }

    [Fact]
    public async Task UpdateAsync_OneChange_WritesNothingElse()
    {
        _test.Platform.Answer("""{"errcode":0,"errmsg":"updated"}""");

        await Departments.UpdateAsync(new() { Id = 7, ParentId = 2 }, Cancellation);

        Assert.Equal("""{"id":7,"parentid":2}""", _test.Platform.Calls[0].Text);
    }
}
