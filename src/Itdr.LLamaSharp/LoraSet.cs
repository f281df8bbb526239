using Itdr.LLamaSharp.Files;
using Itdr.LLamaSharp.Natives;
using LLama;
using LLama.Native;

namespace Itdr.LLamaSharp;

/// <summary>The adapters of a context. llama.cpp knows them for a whole context and not for a sequence.</summary>
internal sealed class LoraSet(LLamaWeights weights, LLamaContext context, GgufFile model)
{
    private readonly Dictionary<string, (LoraAdapter Adapter, GgufFile File)> loaded = new(StringComparer.Ordinal);

    /// <summary>The headers of the adapters that are set.</summary>
    public IEnumerable<GgufFile> Files => loaded.Values.Select(static entry => entry.File);

    /// <summary>Replaces the adapters: loads what is new, sets the scales, and unloads what is not named any more.</summary>
    /// <exception cref="LLamaSharpException">A file is no adapter for this model; the adapters are as they were.</exception>
    public void Set(IReadOnlyList<LoraSetting> settings)
    {
        var wanted = settings.Select(static setting => (Path: Path.GetFullPath(setting.Path), setting.Scale)).ToArray();
        var added = new List<string>();
        try
        {
            foreach (var (path, _) in wanted)
            {
                if (!loaded.ContainsKey(path))
                {
                    loaded.Add(path, Load(path));
                    added.Add(path);
                }
            }
        }
        catch
        {
            Unload(added);
            throw;
        }

        (LoraAdapter, float)[] adapters = [.. wanted.GroupBy(static entry => entry.Path).Select(same => (loaded[same.Key].Adapter, same.Sum(static entry => entry.Scale)))];
        context.NativeHandle.SetLoraAdapters(adapters);
        Unload([.. loaded.Keys.Except(wanted.Select(static entry => entry.Path))]);
    }

    private (LoraAdapter Adapter, GgufFile File) Load(string path)
    {
        var file = AdapterFile.Read(path, model);
        LLamaLog.Clear();
        var adapter = weights.NativeHandle.LoadLoraFromFile(path);

        // LLamaSharp hands out a null pointer as an adapter; that it is one can only be heard.
        return LLamaLog.Last(LLamaLogLevel.Error) is not { } reason
            ? (adapter, file)
            : throw new LLamaSharpException(LLamaSharpError.NotAnAdapter, $"llama.cpp refuses the adapter {path}: {reason}; convert it again for this model.");
    }

    private void Unload(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            if (loaded.Remove(path, out var entry))
            {
                entry.Adapter.Unload();
            }
        }
    }
}
