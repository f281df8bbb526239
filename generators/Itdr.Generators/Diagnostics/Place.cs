using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Diagnostics;

/// <summary>What a problem is about. It becomes a location only when a diagnostic is reported.</summary>
internal abstract record Place
{
    /// <summary>A symbol's own name.</summary>
    public static Place Of(ISymbol symbol) => new SymbolPlace(symbol);

    /// <summary>An argument of an attribute: a positional one by its index, or a named one.</summary>
    public static Place Of(AttributeData attribute, int index, string? name = null) => new ArgumentPlace(attribute, index, name);
}

/// <summary>A symbol's own name.</summary>
internal sealed record SymbolPlace(ISymbol Symbol) : Place;

/// <summary>An argument of an attribute.</summary>
internal sealed record ArgumentPlace(AttributeData Attribute, int Index, string? Name) : Place;

/// <summary>Some characters of a template's value, as the compiler gives it, before its line ends are changed.</summary>
internal sealed record TemplatePlace(AttributeData Attribute, int Start, int Length) : Place;
