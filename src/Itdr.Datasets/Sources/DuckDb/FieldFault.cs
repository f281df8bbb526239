using Itdr.Datasets.Sources.Reading;

namespace Itdr.Datasets.Sources.DuckDb;

/// <summary>What is wrong with a row, and in which of its fields; SQL carries both as one number.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Column">The index of the column, 0 to 99.</param>
internal readonly record struct FieldFault(RowFault Fault, int Column)
{
    private const int MostColumns = 100;

    /// <summary>Both as one number.</summary>
    public int Code => ((int)Fault * MostColumns) + Column;

    /// <summary>Reads <see cref="Code"/>.</summary>
    public static FieldFault Of(int code) => new((RowFault)(code / MostColumns), code % MostColumns);
}
