namespace LLama.Abstractions;

/// <summary>A library that was found and loaded; null stands for one that the system's search found.</summary>
public interface INativeLibrary
{
}
