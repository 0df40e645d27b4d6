namespace Hongyan.Hub.Accounts;

/// <summary>How a change of an account ended.</summary>
internal enum AccountChange
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>There is an account of this name.</summary>
    NameTaken,

    /// <summary>It would leave nobody who can administer.</summary>
    LastAdministrator,

    /// <summary>There is no such account, or nothing to change.</summary>
    NotFound,
}
