using System.Collections.Frozen;

namespace Hongyan;

/// <summary>Tokens and keys that protect nothing: placeholders, what is easy to guess, and what stands in public documents.</summary>
internal static class KnownSecrets
{
    private const int ShortestToken = 6;
    private const int FewestDifferentCharacters = 4;
    private const int FewestDifferentKeyCharacters = 12;

    // Published with the platform's documents and with this project's simulator and samples.
    private static readonly FrozenSet<string> Published = new[]
    {
        "QDG6eK", "spamtest", "simToken",
        "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
        "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
        "Bmh7rztkKtemv2t1jObb", "0SHmvjSwdsHPNacQo7f627GkbiRyq8eIDRSo9iKbJ7c",
        "UTKpSif2QDjOW3a6NXdP", "M8UEcklwjz3YgPOrco9VfYwakt2822ImitcYoiL23Q5",
        "vwX2BZrcR9UeGUPzUoU2", "GrFKd3BaksXkE9Yxjhn2WOljnzzp6XmS3kneeW3T5IJ",
        "ShYWlQbEVTClCVT7zZZL", "ghPaBbA7Ix0CHNJaBX8rwnSX9LzM4qTwQ8Tyr8d8ucf",
        "Kq7wTn4ZpB2mXv9RgL6c", "Vh3bN8sYt5KqD1fRw7ZcJx9GmP2uLe6TaQ4oXiM0yBz",
        "S3LuY0VXNqdn3KxSonsC", "foIP3srUU9IjpIa03IwCjhEKKgxJzPfqeLxD4Unx29s",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Placeholders = ["token", "secret", "changeme", "example", "placeholder", "password", "your", "test", "demo", "weixin", "wechat", "123456", "abcdef"];

    public static bool IsWeakToken(string token) =>
        token.Length < ShortestToken
        || token.Distinct().Count() < FewestDifferentCharacters
        || Published.Contains(token)
        || (token.Length < 16 && Placeholders.Any(word => token.Contains(word, StringComparison.OrdinalIgnoreCase)));

    public static bool IsWeakKey(string key) =>
        key.Distinct().Count() < FewestDifferentKeyCharacters || Published.Contains(key);
}
