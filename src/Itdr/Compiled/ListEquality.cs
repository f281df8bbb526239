namespace Itdr;

/// <summary>Equality of lists by their elements; generated records use it.</summary>
public static class ListEquality
{
    /// <summary>Whether two lists have equal elements in the same order; two nulls are equal.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="left">One list.</param>
    /// <param name="right">The other list.</param>
    public static bool Equals<T>(IReadOnlyList<T>? left, IReadOnlyList<T>? right)
    {
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        if (left is null || right is null || left.Count != right.Count)
        {
            return false;
        }

        for (var index = 0; index < left.Count; index++)
        {
            if (!EqualityComparer<T>.Default.Equals(left[index], right[index]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A hash code by which lists with equal elements agree.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="list">The list.</param>
    public static int GetHashCode<T>(IReadOnlyList<T>? list)
    {
        var hash = new HashCode();
        foreach (var element in list ?? [])
        {
            hash.Add(element);
        }

        return hash.ToHashCode();
    }
}
