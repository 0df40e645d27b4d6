using Hongyan.Hub.Audit;
using Hongyan.Hub.SignIn;
using Hongyan.Hub.Storage;
using Hongyan.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hongyan.Hub.Accounts;

/// <summary>Who may sign in. Every change is one transaction with its line in the audit.</summary>
internal sealed class ConsoleAccounts(IHubStore store, AuditTrail audit, IPasswordHasher<AccountRow> passwords, TimeProvider time)
{
    /// <summary>How long the owner of a new account has to set a password.</summary>
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromHours(72);

    /// <summary>What is compared where there is no account, so that its answer takes as long.</summary>
    private readonly Lazy<string> _nobodysHash = new(() => passwords.HashPassword(null!, OneTimeLink.New()));

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    public async Task<IReadOnlyList<AccountRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = store.Open();
        return await db.Accounts.AsNoTracking().OrderBy(account => account.Name).ToListAsync(cancellationToken);
    }

    public async Task<AccountRow?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var db = store.Open();
        return await db.Accounts.AsNoTracking().FirstOrDefaultAsync(account => account.Id == id, cancellationToken);
    }

    /// <summary>Whether somebody can administer. Asked at start, so without Entity Framework, which takes half a second to wake up.</summary>
    public async Task<bool> HasAdministratorAsync(CancellationToken cancellationToken)
    {
        var isThere = false;
        await store.WriteAsync(
            db => isThere = db.Scalar($"select 1 from hub_accounts where Role = {(int)ConsoleRole.Administrator} and PasswordHash is not null") is not null,
            cancellationToken);
        return isThere;
    }

    /// <summary>Compares a password.</summary>
    /// <returns>The account; null where the name, the password or a lock is in the way, and the caller cannot tell which.</returns>
    public async Task<AccountRow?> VerifyAsync(string name, string password, CancellationToken cancellationToken)
    {
        await using var db = store.Open();
        var account = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(row => row.Name == name, cancellationToken);
        var isRight = passwords.VerifyHashedPassword(null!, account?.PasswordHash ?? _nobodysHash.Value, password) != PasswordVerificationResult.Failed;
        return isRight && account is { PasswordHash: not null, IsLocked: false } ? account : null;
    }

    /// <summary>Writes down that somebody signed in.</summary>
    public Task SignedInAsync(ConsoleUser user, string? address, CancellationToken cancellationToken) => store.WriteAsync(db =>
    {
        db.Execute($"update hub_accounts set SignedInAt = {Now} where Id = {user.Id}");
        audit.Write(db, new AuditEntry(user, "session.begin", TargetOf(user.Name)) { Address = address });
    }, cancellationToken);

    /// <summary>
    /// Writes down that a name was tried too often. A name that no account has is not repeated here (people type passwords into the wrong
    /// field), but is written down too, so that the answer takes as long.
    /// </summary>
    public Task ShutOutAsync(string name, string? address, CancellationToken cancellationToken) => store.WriteAsync(db =>
    {
        var known = db.Scalar($"select Name from hub_accounts where Name = {name}") as string ?? "unknown";
        audit.Write(db, new AuditEntry(new ConsoleUser(0, "-", ConsoleRole.Viewer), "session.blocked", TargetOf(known)) { Address = address });
    }, cancellationToken);

    /// <summary>Creates the first administrator, unless there is one by now.</summary>
    public async Task<ConsoleUser?> CreateFirstAsync(string name, string password, string? address, CancellationToken cancellationToken)
    {
        var hash = passwords.HashPassword(null!, password);
        ConsoleUser? created = null;
        await store.WriteAsync(db =>
        {
            var isFirst = db.Execute($"""
                insert into hub_accounts (Name, Role, PasswordHash, IsLocked, Version, CreatedAt)
                select {name}, {(int)ConsoleRole.Administrator}, {hash}, {false}, 1, {Now}
                where not exists (select 1 from hub_accounts where Role = {(int)ConsoleRole.Administrator} and PasswordHash is not null)
                on conflict do nothing
                """) == 1;
            if (!isFirst)
                return;
            created = new ConsoleUser((long)db.Scalar($"select Id from hub_accounts where Name = {name}")!, name, ConsoleRole.Administrator) { Version = 1 };
            audit.Write(db, new AuditEntry(created, "account.setup", TargetOf(name)) { After = Describe(created.Role, false), Address = address });
        }, cancellationToken);
        return created;
    }

    /// <summary>Creates an account whose owner has yet to set a password.</summary>
    /// <returns>The secret of the owner's link.</returns>
    public async Task<(AccountChange Change, long Id, string Secret)> CreateAsync(
        ConsoleUser by, string name, ConsoleRole role, string? address, CancellationToken cancellationToken)
    {
        var secret = OneTimeLink.New();
        var id = 0L;
        await store.WriteAsync(db =>
        {
            var isNew = db.Execute($"""
                insert into hub_accounts (Name, Role, IsLocked, Version, LinkHash, LinkExpiresAt, CreatedAt)
                values ({name}, {(int)role}, {false}, 1, {OneTimeLink.HashOf(secret)}, {Now + (long)LinkLifetime.TotalMilliseconds}, {Now})
                on conflict do nothing
                """) == 1;
            if (!isNew)
                return;
            id = (long)db.Scalar($"select Id from hub_accounts where Name = {name}")!;
            audit.Write(db, new AuditEntry(by, "account.create", TargetOf(name)) { After = Describe(role, false), Address = address });
        }, cancellationToken);
        return (id == 0 ? AccountChange.NameTaken : AccountChange.Done, id, secret);
    }

    /// <summary>Gives an account another role; its sessions end.</summary>
    public Task<AccountChange> ChangeRoleAsync(ConsoleUser by, long id, ConsoleRole role, string? address, CancellationToken cancellationToken) =>
        ChangeAsync(by, id, "account.role", (role, null), address, cancellationToken);

    /// <summary>Shuts an account out or lets it in again; its sessions end.</summary>
    public Task<AccountChange> LockAsync(ConsoleUser by, long id, bool isLocked, string? address, CancellationToken cancellationToken) =>
        ChangeAsync(by, id, isLocked ? "account.lock" : "account.unlock", (null, isLocked), address, cancellationToken);

    /// <summary>Makes a link with which the owner sets a new password; until then the old one holds.</summary>
    /// <returns>Its secret; null where there is no such account.</returns>
    public async Task<string?> NewLinkAsync(ConsoleUser by, long id, string? address, CancellationToken cancellationToken)
    {
        var secret = OneTimeLink.New();
        var isThere = false;
        await store.WriteAsync(db =>
        {
            if (db.Scalar($"select Name from hub_accounts where Id = {id}") is not string name)
                return;
            isThere = true;
            db.Execute($"update hub_accounts set LinkHash = {OneTimeLink.HashOf(secret)}, LinkExpiresAt = {Now + (long)LinkLifetime.TotalMilliseconds} where Id = {id}");
            audit.Write(db, new AuditEntry(by, "account.link", TargetOf(name)) { Address = address });
        }, cancellationToken);
        return isThere ? secret : null;
    }

    /// <summary>The account that a link belongs to; null where it was used, is too old, or there is no such link.</summary>
    public async Task<AccountRow?> FindByLinkAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = OneTimeLink.HashOf(secret);
        await using var db = store.Open();
        return await db.Accounts.AsNoTracking().FirstOrDefaultAsync(account => account.LinkHash == hash && account.LinkExpiresAt > Now && !account.IsLocked, cancellationToken);
    }

    /// <summary>Sets a password by a link, which is used up with it.</summary>
    /// <returns>Whose; null where somebody was quicker.</returns>
    public async Task<ConsoleUser?> UseLinkAsync(string secret, string password, string? address, CancellationToken cancellationToken)
    {
        if (await FindByLinkAsync(secret, cancellationToken) is not { } account)
            return null;
        var hash = passwords.HashPassword(account, password);
        var user = new ConsoleUser(account.Id, account.Name, account.Role) { Version = account.Version + 1 };
        var isUsed = false;
        await store.WriteAsync(db =>
        {
            isUsed = db.Execute($"""
                update hub_accounts set PasswordHash = {hash}, LinkHash = null, LinkExpiresAt = null, Version = {user.Version}
                where Id = {account.Id} and LinkHash = {account.LinkHash} and Version = {account.Version} and IsLocked = {false}
                """) == 1;
            if (isUsed)
                audit.Write(db, new AuditEntry(user, "account.password", TargetOf(user.Name)) { Address = address });
        }, cancellationToken);
        return isUsed ? user : null;
    }

    /// <summary>Sets another password; all other sessions of the account end.</summary>
    /// <returns>The session that goes on.</returns>
    public async Task<ConsoleUser> ChangePasswordAsync(ConsoleUser by, string password, string? address, CancellationToken cancellationToken)
    {
        var hash = passwords.HashPassword(null!, password);
        await store.WriteAsync(db =>
        {
            db.Execute($"update hub_accounts set PasswordHash = {hash}, LinkHash = null, LinkExpiresAt = null, Version = Version + 1 where Id = {by.Id}");
            audit.Write(db, new AuditEntry(by, "account.password", TargetOf(by.Name)) { Address = address });
        }, cancellationToken);
        return by with { Version = (await FindAsync(by.Id, cancellationToken))!.Version };
    }

    private static string TargetOf(string name) => $"account:{name}";

    private static string Describe(ConsoleRole role, bool isLocked) => isLocked ? $"{role}, locked" : role.ToString();

    private async Task<AccountChange> ChangeAsync(
        ConsoleUser by, long id, string action, (ConsoleRole? Role, bool? IsLocked) change, string? address, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } before)
            return AccountChange.NotFound;
        var (role, isLocked) = (change.Role ?? before.Role, change.IsLocked ?? before.IsLocked);
        if ((role, isLocked) == (before.Role, before.IsLocked))
            return AccountChange.Done;

        var result = AccountChange.NotFound;
        await store.WriteAsync(db =>
        {
            if (TakesTheLastAdministrator(db, id, role, isLocked))
            {
                result = AccountChange.LastAdministrator;
                return;
            }
            if (db.Execute($"update hub_accounts set Role = {(int)role}, IsLocked = {isLocked}, Version = Version + 1 where Id = {id} and Version = {before.Version}") == 0)
                return;
            result = AccountChange.Done;
            audit.Write(db, new AuditEntry(by, action, TargetOf(before.Name))
            {
                Before = Describe(before.Role, before.IsLocked),
                After = Describe(role, isLocked),
                Address = address,
            });
        }, cancellationToken);
        return result;
    }

    private static bool TakesTheLastAdministrator(StoreTransaction db, long id, ConsoleRole role, bool isLocked) =>
        (role != ConsoleRole.Administrator || isLocked)
        && db.Scalar($"select 1 from hub_accounts where Id = {id} and Role = {(int)ConsoleRole.Administrator} and PasswordHash is not null") is not null
        && db.Scalar($"select 1 from hub_accounts where Id <> {id} and Role = {(int)ConsoleRole.Administrator} and PasswordHash is not null and IsLocked = {false}") is null;
}
