using System.Text;
using Itdr.Datasets.Sources.Records;

namespace Itdr.Datasets.Sources.LastFm;

/// <summary>Decodes the name of an artist without making a text of it, millions of rows naming the same few.</summary>
internal static class ArtistName
{
    private const int MostOnStack = 512;

    /// <summary>Hands the name in a column over.</summary>
    /// <returns>Null, so that it may end a reading of a record.</returns>
    public static RecordFault? With(Record record, int column, NameAction action)
    {
        var bytes = record.Bytes(column);
        Span<char> buffer = bytes.Length <= MostOnStack ? stackalloc char[MostOnStack] : new char[bytes.Length];
        action(buffer[..Encoding.UTF8.GetChars(bytes, buffer)]);
        return null;
    }
}

/// <summary>What is done with a name.</summary>
internal delegate void NameAction(ReadOnlySpan<char> name);
