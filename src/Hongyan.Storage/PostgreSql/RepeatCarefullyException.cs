namespace Hongyan.Storage.PostgreSql;

/// <summary>Somebody's code threw in a transaction without savepoints: all of it is undone, and done again with them.</summary>
internal sealed class RepeatCarefullyException(Exception failure) : Exception("Something in the transaction failed.", failure);
