namespace Microsoft.EntityFrameworkCore;

/// <summary>Names in PostgreSQL.</summary>
public static class LowerCaseModelBuilderExtensions
{
    /// <summary>
    /// Gives every column, key and index a lower-case name. PostgreSQL reads an unquoted name as lower case and SQLite reads it as any case,
    /// so that one unquoted statement, of the program or of a person at <c>psql</c>, is right on both. Last in <c>OnModelCreating</c>.
    /// </summary>
    public static ModelBuilder UseLowerCaseNames(this ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
#pragma warning disable CA1308 // PostgreSQL's own rule, not a comparison.
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
                property.SetColumnName(property.GetColumnName().ToLowerInvariant());
            foreach (var key in entity.GetKeys())
                key.SetName(key.GetName()?.ToLowerInvariant());
            foreach (var foreign in entity.GetForeignKeys())
                foreign.SetConstraintName(foreign.GetConstraintName()?.ToLowerInvariant());
            foreach (var index in entity.GetIndexes())
            {
                index.SetDatabaseName(index.GetDatabaseName()?.ToLowerInvariant());
                index.SetFilter(index.GetFilter()?.Replace("\"", "", StringComparison.Ordinal));
            }
        }
#pragma warning restore CA1308
        return modelBuilder;
    }
}
