using System.Globalization;
using Hongyan.Cli.Resources;
using NpgsqlTypes;

namespace Hongyan.Cli.Migrating;

/// <summary>A column of PostgreSQL, and how a value of SQLite becomes one of it: SQLite has no truth values and no times, and keeps them as numbers and texts.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type in the words of information_schema.</param>
internal sealed record TargetColumn(string Name, string Type)
{
    /// <summary>The type in which a value is written.</summary>
    /// <exception cref="InputException">The type is none of those that Hongyan's tables have.</exception>
    public NpgsqlDbType WireType => Type switch
    {
        "boolean" => NpgsqlDbType.Boolean,
        "smallint" => NpgsqlDbType.Smallint,
        "integer" => NpgsqlDbType.Integer,
        "bigint" => NpgsqlDbType.Bigint,
        "double precision" => NpgsqlDbType.Double,
        "text" or "character varying" => NpgsqlDbType.Text,
        "bytea" => NpgsqlDbType.Bytea,
        "timestamp with time zone" => NpgsqlDbType.TimestampTz,
        "uuid" => NpgsqlDbType.Uuid,
        _ => throw new InputException(Texts.Get("Migrate.UnknownType", Name, Type)),
    };

    /// <summary>The value as it is written.</summary>
    /// <param name="value">From SQLite: long, double, string or byte[].</param>
    /// <exception cref="InputException">It does not fit.</exception>
    public object Convert(object value)
    {
        try
        {
            return Type switch
            {
                "boolean" => System.Convert.ToInt64(value, CultureInfo.InvariantCulture) != 0,
                "smallint" => System.Convert.ToInt16(value, CultureInfo.InvariantCulture),
                "integer" => System.Convert.ToInt32(value, CultureInfo.InvariantCulture),
                "bigint" => System.Convert.ToInt64(value, CultureInfo.InvariantCulture),
                "double precision" => System.Convert.ToDouble(value, CultureInfo.InvariantCulture),
                // PostgreSQL has no place for this character in a text.
                "text" or "character varying" => System.Convert.ToString(value, CultureInfo.InvariantCulture)!.Replace("\0", "", StringComparison.Ordinal),
                "bytea" => (byte[])value,
                "timestamp with time zone" => DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUniversalTime(),
                "uuid" => value is byte[] bytes ? new Guid(bytes) : Guid.Parse((string)value),
                _ => throw new InputException(Texts.Get("Migrate.UnknownType", Name, Type)),
            };
        }
        catch (Exception misfit) when (misfit is FormatException or InvalidCastException or OverflowException or ArgumentException)
        {
            throw new InputException(Texts.Get("Migrate.Misfit", Name, Type));
        }
    }
}
