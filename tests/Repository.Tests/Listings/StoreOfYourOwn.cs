using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Repository.Tests.Listings;

/// <summary>The listing of docs/concepts/deliver.md.</summary>
internal static class StoreOfYourOwn
{
    public static void Add(WebApplicationBuilder builder)
    {
        // <store>
        builder.Services.AddSqliteStorage("Data Source=data/hongyan.db");       // 收件箱、发件箱、对话、令牌；几台机器用 AddPostgreSqlStorage
        builder.Services.AddDataProtection().SetApplicationName("my-bot")       // 内容加密存放，密钥丢了就读不出来
            .PersistKeysToFileSystem(new DirectoryInfo("data/keys"));
        // </store>
    }
}
