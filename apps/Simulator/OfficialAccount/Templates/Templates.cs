using System.Security.Cryptography;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>The industries and templates of each account. At first it has one template, so that something can be sent at once.</summary>
internal sealed class Templates(SimulatedClock clock)
{
    /// <summary>Templates that an account can have.</summary>
    public const int MaxTemplates = 25;

    /// <summary>The template of the sample account 课程提醒.</summary>
    public const string SampleId = "Kb4Wn7tXq2LmZ9cVhJr5YdEs8Ua1GfPo3RiTw6xQvCe";

    private const string IdCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<MessageTemplate>> _ofAccounts = [];
    private readonly Dictionary<string, (int First, int Second)> _industries = [];
    private readonly Dictionary<string, DateOnly> _changes = [];

    /// <summary>A template id that nobody has.</summary>
    public static string NewId() => RandomNumberGenerator.GetString(IdCharacters, SampleId.Length);

    /// <summary>The templates of an account.</summary>
    public IReadOnlyList<MessageTemplate> Of(Account account)
    {
        lock (_lock)
            return [.. ListOf(account)];
    }

    /// <summary>The template of this id, or null.</summary>
    public MessageTemplate? Find(Account account, string id) => Of(account).FirstOrDefault(each => each.Id == id);

    /// <summary>The numbers of the account's two industries.</summary>
    public (int First, int Second) IndustriesOf(Account account)
    {
        lock (_lock)
            return _industries.TryGetValue(account.Name, out var changed) ? changed : TemplateLibrary.IndustriesAtFirst;
    }

    /// <summary>Changes the industries; false when they were changed this month.</summary>
    public bool TryChange(Account account, int first, int second)
    {
        lock (_lock)
        {
            var month = ChinaTime.MonthOf(clock.Now);
            if (_changes.TryGetValue(account.Name, out var last) && last == month)
                return false;
            (_changes[account.Name], _industries[account.Name]) = (month, (first, second));
            return true;
        }
    }

    /// <summary>Takes a template over from the library; null when the account has as many as may be.</summary>
    public MessageTemplate? Add(Account account, LibraryTemplate from, IReadOnlyList<TemplateKeyword> keywords)
    {
        lock (_lock)
        {
            var list = ListOf(account);
            if (list.Count >= MaxTemplates)
                return null;
            list.Add(Make(NewId(), from, keywords));
            return list[^1];
        }
    }

    /// <summary>Takes a template away; false when there is none of this id.</summary>
    public bool Remove(Account account, string id)
    {
        lock (_lock)
            return ListOf(account).RemoveAll(each => each.Id == id) > 0;
    }

    /// <summary>Back to what was there at the start.</summary>
    public void Reset()
    {
        lock (_lock)
        {
            _ofAccounts.Clear();
            _industries.Clear();
            _changes.Clear();
        }
    }

    private static MessageTemplate Make(string id, LibraryTemplate from, IReadOnlyList<TemplateKeyword> keywords)
    {
        var industry = from.IsOfIndustry ? TemplateLibrary.Industry(from.Group) : null;
        return new(id, from.Title, TemplateKeyword.ContentOf(keywords), TemplateKeyword.ExampleOf(keywords))
        {
            PrimaryIndustry = industry?.First ?? "", DeputyIndustry = industry?.Second ?? "",
        };
    }

    private List<MessageTemplate> ListOf(Account account)
    {
        if (!_ofAccounts.TryGetValue(account.Name, out var list))
        {
            var sample = TemplateLibrary.Find("47123")!;
            list = account.Name == SampleAccounts.Oa.Name ? [Make(SampleId, sample, [.. sample.Keywords.Take(3)])] : [];
            _ofAccounts.Add(account.Name, list);
        }
        return list;
    }
}
