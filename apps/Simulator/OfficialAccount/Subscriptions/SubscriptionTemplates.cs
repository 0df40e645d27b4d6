namespace Hongyan.Simulator.OfficialAccount;

/// <summary>The templates of subscribe messages that each account has put together.</summary>
internal sealed class SubscriptionTemplates
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<MessageTemplate>> _ofAccounts = [];

    /// <summary>Those of an account.</summary>
    public IReadOnlyList<MessageTemplate> Of(Account account)
    {
        lock (_lock)
            return [.. ListOf(account)];
    }

    /// <summary>The template of this id, or null.</summary>
    public MessageTemplate? Find(Account account, string id) => Of(account).FirstOrDefault(each => each.Id == id);

    /// <summary>Puts one together; null when the account has as many as may be.</summary>
    public MessageTemplate? Add(Account account, LibraryTemplate from, IReadOnlyList<TemplateKeyword> keywords)
    {
        lock (_lock)
        {
            var list = ListOf(account);
            if (list.Count >= Templates.MaxTemplates)
                return null;
            list.Add(new(Templates.NewId(), from.Title, TemplateKeyword.ContentOf(keywords), TemplateKeyword.ExampleOf(keywords)));
            return list[^1];
        }
    }

    /// <summary>Takes one away; false when there is none of this id.</summary>
    public bool Remove(Account account, string id)
    {
        lock (_lock)
            return ListOf(account).RemoveAll(each => each.Id == id) > 0;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
            _ofAccounts.Clear();
    }

    private List<MessageTemplate> ListOf(Account account)
    {
        if (!_ofAccounts.TryGetValue(account.Name, out var list))
            _ofAccounts.Add(account.Name, list = []);
        return list;
    }
}
