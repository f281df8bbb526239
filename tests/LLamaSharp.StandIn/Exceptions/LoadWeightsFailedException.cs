namespace LLama.Exceptions;

public class LoadWeightsFailedException(string modelPath) : RuntimeError($"Failed to load model '{modelPath}'")
{
    public string ModelPath { get; } = modelPath;
}
