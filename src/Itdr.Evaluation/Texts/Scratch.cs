namespace Itdr.Evaluation;

/// <summary>An array that is used again and again and grows when it must.</summary>
/// <typeparam name="T">The type of its elements.</typeparam>
internal sealed class Scratch<T>
{
    private T[] array = [];

    /// <summary>Room with default values.</summary>
    public Span<T> Cleared(int length)
    {
        var room = Uncleared(length);
        room.Clear();
        return room;
    }

    /// <summary>Room with whatever was left in it; what fits in the room given before stays.</summary>
    public Span<T> Uncleared(int length)
    {
        if (array.Length < length)
        {
            Array.Resize(ref array, Math.Max(length, array.Length * 2));
        }

        return array.AsSpan(0, length);
    }
}
