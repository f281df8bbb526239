namespace Itdr;

/// <summary>How the entries of a list are laid out.</summary>
public enum ListStyle
{
    /// <summary>On one line: <c>a, b, c</c>.</summary>
    Inline,

    /// <summary>One a line, numbered from one: <c>1. a</c>.</summary>
    Numbered,

    /// <summary>One a line behind a dash: <c>- a</c>.</summary>
    Bulleted,
}
