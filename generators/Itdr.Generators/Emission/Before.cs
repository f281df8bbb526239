namespace Itdr.Generators.Emission;

/// <summary>What stands before a part of a text, as far as is known when the code is generated; a line break joins the parts.</summary>
internal enum Before
{
    Nothing,
    Maybe,
    Something,
}
