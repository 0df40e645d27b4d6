namespace Hongyan.Repository.Tests.Listings;

internal sealed class GradeService
{
    private readonly HashSet<string> _present = [];

    public Task<string> SummaryAsync(UserRef user) => Task.FromResult(_present.Contains(user.Id) ? $"{user.Id} 到了" : $"{user.Id} 没到");

    public Task<string> MarkPresentAsync(string name) => Task.FromResult(_present.Add(name) ? $"{name} 到了" : $"{name} 已经点过了");
}
